package org.answerline.operations.owner;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.doctor.Severity;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AssetVersions;
import org.answerline.platform.web.ExactPathServlet;
import org.answerline.site.view.PageContext;
import org.answerline.site.view.PageLanguage;
import org.answerline.site.view.SiteLook;

/** The doctor's findings as a page, protected by the owner's password; without SUPPORT_OWNER_PASSWORD there is no such page. */
@WebServlet(urlPatterns = "/owner/*", asyncSupported = true)
public class OwnerPage extends ExactPathServlet {

    private static final long serialVersionUID = 1L;

    /** One finding as the page shows it; the severity is also the CSS class. */
    public record Line(String severity, String verdictText, String words, String advice) {}

    @Inject
    private transient OwnerAuthentication owner;

    @Inject
    private transient Installation installation;

    @Inject
    private transient AssetVersions assets;

    @Inject
    private transient SiteLook look;

    @Inject
    private transient PageLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (owner.authenticate(request, response)) {
            show(response, Texts.in(language.of(request)));
        }
    }

    private void show(HttpServletResponse response, Texts texts) throws IOException {
        List<Finding> findings = new Doctor(installation).examine();
        List<Line> lines =
                findings.stream().map(finding -> line(finding, texts)).toList();
        String lead = "page.owner.lead." + Doctor.worst(findings).word();
        String page = VIEWS.ownerDoctor(PageContext.plain(texts, assets, look), lead, lines)
                .render();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page);
    }

    private static Line line(Finding finding, Texts texts) {
        String severity = finding.severity().word();
        String advice = finding.severity() == Severity.OK ? "" : finding.advice(texts);
        return new Line(severity, "page.owner.verdict." + severity, finding.text(texts), advice);
    }
}
