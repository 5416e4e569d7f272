package io.openalpha.web.dashboard.page;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The form by which people sign in; the answer to it is Spring Security's. */
@Controller
class SignInPage {

    @GetMapping("/login")
    String form(
            @RequestParam(name = "error", required = false) @Nullable String error,
            @RequestParam(name = "out", required = false) @Nullable String out,
            @SessionAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) @Nullable
                    AuthenticationException failure,
            Model model) {
        if (error != null) {
            model.addAttribute("notice", new Notice(false, reason(failure)));
        } else if (out != null) {
            model.addAttribute("notice", new Notice(true, "You are signed out."));
        }
        return "login";
    }

    private static String reason(@Nullable AuthenticationException failure) {
        return failure == null || failure instanceof BadCredentialsException
                ? "The name or the password is wrong."
                : String.valueOf(failure.getMessage());
    }
}
