package org.answerline.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A place in a YAML document. */
record Tree(Object content) {

    /** The documents of a file. */
    static List<Tree> of(Path file) throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        var documents = yaml.loadAll(Files.readString(file));
        return StreamSupport.stream(documents.spliterator(), false)
                .map(Tree::new)
                .toList();
    }

    /** What is below, by keys and, in lists, by numbers; it fails when that is not there. */
    Tree at(Object... steps) {
        Object found = content;
        for (var step : steps) {
            found = found instanceof List<?> list ? list.get((Integer) step) : ((Map<?, ?>) found).get(step);
            if (found == null) {
                throw new AssertionError("There is no " + List.of(steps));
            }
        }
        return new Tree(found);
    }

    /** What is below in a list. */
    List<Tree> each(Object... steps) {
        return ((List<?>) at(steps).content()).stream().map(Tree::new).toList();
    }

    /** The names and values below. */
    Map<String, String> values(Object... steps) {
        return ((Map<?, ?>) at(steps).content())
                .entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                                .toString()));
    }

    /** A single value below. */
    String text(Object... steps) {
        return at(steps).toString();
    }

    @Override
    public String toString() {
        return content.toString();
    }
}
