package org.answerline.site.account;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.answerline.site.account.guest.GuestController;
import org.answerline.site.account.guest.TakeAlongController;
import org.answerline.site.account.signin.EnterController;
import org.answerline.site.account.signin.OpenIdCallbackController;
import org.answerline.site.account.signin.SignInController;
import org.answerline.site.account.signin.SignOutController;
import org.answerline.site.account.signin.SignUpController;
import org.answerline.site.account.telegram.TelegramController;
import org.answerline.site.form.CsrfExceptionMapper;
import org.answerline.site.form.PageApplicationProperties;
import org.answerline.site.form.PageExceptionMapper;
import org.answerline.site.form.WrongUserFormFilter;
import org.answerline.site.view.BufferedHtmlInterceptor;
import org.answerline.site.view.SignInRedirectMapper;

/** The pages about the reader's own account. */
@ApplicationPath("account")
public class AccountApplication extends Application {
    /** Named one by one, so that nothing else of the archive is served here. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SignInController.class,
                SignUpController.class,
                AccountController.class,
                NameController.class,
                EmailController.class,
                EmailChangeController.class,
                PasswordController.class,
                ResetController.class,
                ConfirmController.class,
                ConfirmAgainController.class,
                AnswerMailController.class,
                UnsubscribeController.class,
                EnterController.class,
                GuestController.class,
                TakeAlongController.class,
                SignOutController.class,
                OpenIdCallbackController.class,
                TelegramController.class,
                PersonalDataController.class,
                ErasedController.class,
                ExportResource.class,
                WrongUserFormFilter.class,
                BufferedHtmlInterceptor.class,
                CsrfExceptionMapper.class,
                SignInRedirectMapper.class,
                PageExceptionMapper.class);
    }

    /** The settings that all pages share. */
    @Override
    public Map<String, Object> getProperties() {
        return PageApplicationProperties.PROPERTIES;
    }
}
