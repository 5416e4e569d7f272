package io.openalpha.web.dashboard.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** What the frame around every page needs. */
@ControllerAdvice("io.openalpha.web.dashboard")
class Frame {

    private static final String COOKIE = "openalpha-theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final DisplayFormat displayFormat;

    Frame(DisplayFormat displayFormat) {
        this.displayFormat = displayFormat;
    }

    /** None before the sign-in. */
    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer(@Nullable Authentication user) {
        return user == null ? null : Viewer.of(user);
    }

    /** As chosen; {@code auto} follows the system. */
    @ModelAttribute("theme")
    String theme(@CookieValue(name = COOKIE, defaultValue = "auto") String chosen) {
        return THEMES.contains(chosen) ? chosen : "auto";
    }

    @ModelAttribute("words")
    DisplayFormat words() {
        return displayFormat;
    }

    /** The path of the page, without its query. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** The path with its query, to ask for the same page again. */
    @ModelAttribute("again")
    String again(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The same for an error page. */
    Map<String, Object> forError(HttpServletRequest request) {
        Map<String, Object> all = new HashMap<>();
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user != null && user.isAuthenticated() && !(user instanceof AnonymousAuthenticationToken)) {
            all.put("viewer", Viewer.of(user));
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        all.put("theme", theme(cookie == null ? "auto" : cookie.getValue()));
        all.put("words", displayFormat);
        all.put("here", request.getRequestURI());
        return all;
    }
}
