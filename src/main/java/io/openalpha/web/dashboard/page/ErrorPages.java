package io.openalpha.web.dashboard.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Shows errors as pages. */
@Controller
@ControllerAdvice("io.openalpha.web.dashboard")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final String NO_PAGE = "There is no such page.";

    private final Frame frame;

    ErrorPages(Frame frame) {
        this.frame = frame;
    }

    /** For what happened outside of any controller. */
    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView outside(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == HttpStatus.FORBIDDEN) {
            return page(request, status, "There is no such page, or your role does not allow it.");
        }
        return page(
                request,
                status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status,
                status == HttpStatus.NOT_FOUND ? NO_PAGE : "The page could not be made.");
    }

    /** Among pages, an unknown address is a mistyped one. */
    @GetMapping({"/runs/**", "/data/**", "/models/**"})
    ModelAndView nowhere(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, NO_PAGE);
    }

    @ExceptionHandler
    ModelAndView notThere(NoPageException missing, HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, IllegalArgumentException.class})
    ModelAndView senseless(Exception senseless, HttpServletRequest request) {
        LOG.debug("Senseless request", senseless);
        return page(request, HttpStatus.BAD_REQUEST, "The address of the page has a part that makes no sense.");
    }

    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ModelAndView noDatabase(RuntimeException failure, HttpServletRequest request) {
        LOG.warn("The database is not available: {}", failure.getMessage());
        return page(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database is not available. Load the page again in some seconds.");
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            return senseless(failure, request);
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, failure);
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "An internal error occurred. The log of the service says more: look for incident " + incident + ".");
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("error", status);
        page.addAllObjects(frame.forError(request));
        return page.addObject("status", status.value())
                .addObject("reason", status.getReasonPhrase())
                .addObject("sentence", sentence);
    }
}
