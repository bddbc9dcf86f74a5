package org.answerline.site.support;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.answerline.site.form.CsrfExceptionMapper;
import org.answerline.site.form.PageApplicationProperties;
import org.answerline.site.form.PageExceptionMapper;
import org.answerline.site.form.WrongUserFormFilter;
import org.answerline.site.view.BufferedHtmlInterceptor;
import org.answerline.site.view.SignInRedirectMapper;

/** The support pages. */
@ApplicationPath("support")
public class SupportApplication extends Application {
    /** Named one by one, so that nothing else of the archive is served here. */
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SupportController.class,
                QuestionSentController.class,
                SendController.class,
                RatingController.class,
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
