package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.answerline.sandbox.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With SUPPORT_SIGN_IN=container and a login-config in web.xml, the realm of the server says who is there. */
@Tag("payara-only")
class ServerRealmSignInIT {
    private static final String ASKED_FOR =
            """
            <security-constraint>
              <web-resource-collection>
                <web-resource-name>desk</web-resource-name>
                <url-pattern>/support/*</url-pattern>
                <url-pattern>/account/*</url-pattern>
                <url-pattern>/api/feedback/*</url-pattern>
              </web-resource-collection>
              <auth-constraint><role-name>**</role-name></auth-constraint>
            </security-constraint>
            <login-config><auth-method>BASIC</auth-method><realm-name>file</realm-name></login-config>
            """;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.setting("SUPPORT_SIGN_IN", "container").server(ServerRealmSignInIT::withRealm));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void theServersUserHasAnAccount() {
        var browser = desk.visitor();
        browser.get("/support/").expect(401);
        browser.send(signedIn(browser.request("/support/"), "wrong").GET()).expect(401);
        browser.send(signedIn(browser.request("/support/"), "realm-password").GET())
                .expect(200);
        var users = desk.database().sql("select email, full_name, password_hash from users");
        assertEquals("[{email=ann@example.org, full_name=ann@example.org, password_hash=null}]", users.toString());
    }

    private static HttpRequest.Builder signedIn(HttpRequest.Builder request, String password) {
        var pair = ("ann@example.org:" + password).getBytes(StandardCharsets.US_ASCII);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static ServerSetup withRealm(ServerSetup server) {
        try {
            Files.createDirectories(server.work());
            var war = Files.copy(server.war(), server.work().resolve("realm.war"), StandardCopyOption.REPLACE_EXISTING);
            askFor(war);
            return server.deploying(war).configuredBy(configuration(server));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void askFor(Path war) throws IOException {
        try (var storage = FileSystems.newFileSystem(war)) {
            var descriptor = storage.getPath("/WEB-INF/web.xml");
            var text = Files.readString(descriptor).replace("</web-app>", ASKED_FOR + "</web-app>");
            Files.writeString(descriptor, text);
        }
    }

    private static Path configuration(ServerSetup server) throws IOException {
        var folder = Files.createDirectories(server.work().resolve("configuration"));
        try (var files = Files.list(server.configuration())) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var password = Files.writeString(folder.resolve("password"), "AS_ADMIN_USERPASSWORD=realm-password\n");
        Files.writeString(
                folder.resolve("postdeploy.asadmin"),
                "create-file-user --authrealmname file --passwordfile " + password + " ann@example.org\n"
                        + Files.readString(folder.resolve("postdeploy.asadmin")));
        return folder;
    }
}
