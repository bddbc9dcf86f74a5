package org.answerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.servlet.Filter;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Servlet filters are declared in web.xml, because the order of annotated ones is undefined (Servlet 6.0, 8.2.3). */
class ServletFiltersTest {
    private static final Path WEB_XML = Path.of("src/main/webapp/WEB-INF/web.xml");
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\d+\\. `([\\w-]+)` \\(`(\\w+)`\\)");

    private static Element webXml;
    private static List<JavaClass> filters;

    @BeforeAll
    static void read() throws Exception {
        webXml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(WEB_XML.toFile())
                .getDocumentElement();
        filters = ProductionClasses.all().stream()
                .filter(type -> type.isAssignableTo(Filter.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    @Test
    void noFilterIsDeclaredByAnAnnotation() {
        assertEquals(
                List.of(),
                filters.stream()
                        .filter(type -> type.isAnnotatedWith(WebFilter.class))
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    @Test
    void everyFilterIsDeclaredOnce() {
        Set<String> classes = filters.stream().map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(11, classes.size(), classes.toString());
        List<String> declared = texts(webXml, "filter-class");
        assertEquals(classes, new TreeSet<>(declared));
        assertEquals(classes.size(), declared.size(), declared.toString());
    }

    @Test
    void filtersStandInTheDocumentedOrder() throws Exception {
        Map<String, String> classes = elements(webXml, "filter").stream()
                .collect(Collectors.toMap(filter -> text(filter, "filter-name"), filter -> text(filter, "filter-class")
                        .replaceFirst(".*\\.", "")));
        List<String> mapped = elements(webXml, "filter-mapping").stream()
                .map(mapping -> text(mapping, "filter-name"))
                .map(name -> name + " " + classes.get(name))
                .toList();
        List<String> documented = DOCUMENTED
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(ServletFiltersTest::nameAndClass)
                .toList();
        assertEquals(documented, mapped);
    }

    /** A page of another origin reads a refusal only if it names this origin. */
    @Test
    void theOriginIsNamedBeforeABodyIsRefused() {
        List<String> filters = elements(webXml, "filter-mapping").stream()
                .map(mapping -> text(mapping, "filter-name"))
                .toList();
        assertTrue(filters.indexOf("cors") < filters.indexOf("request-body"), filters.toString());
    }

    /** A request whose body had to be waited for is dispatched again (RequestBodyFilter), and only then are its filters asked. */
    @Test
    void filtersSeeRequestsWhoseBodyCameLate() {
        for (Element filter : elements(webXml, "filter")) {
            assertEquals("true", text(filter, "async-supported"), text(filter, "filter-name"));
        }
        for (Element mapping : elements(webXml, "filter-mapping")) {
            String name = text(mapping, "filter-name");
            List<String> dispatchers = texts(mapping, "dispatcher");
            assertTrue(dispatchers.contains("REQUEST"), name);
            // A download has no body to wait for.
            assertEquals(!name.equals("download"), dispatchers.contains("ASYNC"), name);
        }
    }

    /** A body for any other servlet would be waited for by a thread, or by WildFly when it ends the request. */
    @Test
    void noServletPreventsThatItsBodyIsReceivedAsynchronously() {
        List<JavaClass> servlets = ProductionClasses.all().stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .toList();
        assertTrue(servlets.size() >= 7, servlets.toString());
        assertEquals(
                List.of(),
                servlets.stream()
                        .filter(type ->
                                !type.getAnnotationOfType(WebServlet.class).asyncSupported())
                        .map(JavaClass::getSimpleName)
                        .toList());
    }

    private static String nameAndClass(MatchResult line) {
        return line.group(1) + " " + line.group(2);
    }

    private static String text(Element parent, String tag) {
        return texts(parent, tag).get(0);
    }

    private static List<String> texts(Element parent, String tag) {
        return elements(parent, tag).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
