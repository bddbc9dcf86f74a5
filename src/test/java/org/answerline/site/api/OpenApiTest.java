package org.answerline.site.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.architecture.ProductionClasses;
import org.junit.jupiter.api.Test;

/** openapi.json names every operation under /api/, and no other. */
class OpenApiTest {
    private static final Set<String> VERBS = Set.of("get", "head", "post", "put", "patch", "delete", "options");

    @Test
    void everyOperationIsDescribedAndEveryDescriptionIsOneOfOurs() throws IOException {
        var ours = Stream.concat(resources(), servlets()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(described(), ours);
    }

    private static Set<String> described() throws IOException {
        var operations = new TreeSet<String>();
        try (var file = OpenApiTest.class.getResourceAsStream("/openapi.json");
                var json = Json.createReader(file)) {
            JsonObject paths = json.readObject().getJsonObject("paths");
            paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                    .filter(VERBS::contains)
                    .forEach(verb -> operations.add(operation(verb, path))));
        }
        return operations;
    }

    private static Stream<String> resources() {
        return ApiApplication.RESOURCES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> verbs(method)
                        .map(verb -> operation(verb, "/api/" + path(type) + "/" + path(method)))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    // What is under /api/ need not be a resource.
    private static Stream<String> servlets() {
        return ProductionClasses.all().stream()
                .filter(type -> type.isAnnotatedWith(WebServlet.class))
                .flatMap(OpenApiTest::operations);
    }

    private static Stream<String> operations(JavaClass servlet) {
        return Arrays.stream(servlet.getAnnotationOfType(WebServlet.class).urlPatterns())
                .filter(path -> path.startsWith("/api/"))
                .map(path -> path.replaceFirst("/\\*$", ""))
                .flatMap(path -> servlet.getMethods().stream()
                        .map(method -> method.getName())
                        .filter(name -> name.matches("do(Get|Post|Put|Delete)"))
                        .map(name -> operation(name.substring(2), path)));
    }

    // Every path works with and without the last slash; a file has none.
    private static String operation(String verb, String path) {
        var whole = (path + "/").replaceAll("/+", "/").replaceFirst("\\.json/$", ".json");
        return verb.toUpperCase(Locale.ROOT) + " " + whole;
    }
}
