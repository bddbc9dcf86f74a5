package org.answerline.site.account;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.answerline.site.form.CsrfExceptionMapper;
import org.answerline.site.form.PageApplicationProperties;
import org.answerline.site.form.PageExceptionMapper;
import org.answerline.site.form.WrongUserFormFilter;
import org.answerline.site.view.BufferedHtmlInterceptor;

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
                PasswordController.class,
                ResetController.class,
                ConfirmController.class,
                SignOutController.class,
                OpenIdCallbackController.class,
                TelegramController.class,
                PersonalDataController.class,
                ExportResource.class,
                WrongUserFormFilter.class,
                BufferedHtmlInterceptor.class,
                CsrfExceptionMapper.class,
                PageExceptionMapper.class);
    }

    /** The settings that all pages share. */
    @Override
    public Map<String, Object> getProperties() {
        return PageApplicationProperties.PROPERTIES;
    }
}
