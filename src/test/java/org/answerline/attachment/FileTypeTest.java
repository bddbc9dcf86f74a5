package org.answerline.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    private static final String REFUSED = "refused";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "notes.md | # Title",
                "README.md | <h1 align=\"center\">Title</h1>",
                "app.yaml | a: 1",
                "app.yml | a: 1",
                "app.ini | [section]",
                "dump.sql | select 1;",
                "cert.pem | -----BEGIN CERTIFICATE-----",
                "app.log | 2026-11-29 ERROR at line 7",
                "app.LOG.1 | 2026-11-29 ERROR at line 7",
                "page.log | <html><body>error 500</body></html>",
                "app.json | {\"a\": 1}",
                "app.toml | a = 1",
                "nginx.conf | server {}",
                "env | A=1",
                "A.java | class A {}",
                "a.py | print(1)",
                "a.xml | <?xml version=\"1.0\"?><a/>",
                "a.srt | 1",
                "a.vcf | BEGIN:VCARD",
                "a.txt | words",
                "без имени | слова",
            })
    void textIsPlainTextUnderAnyName(String name, String content) throws IOException {
        assertEquals("text/plain", type(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void textOfOtherEncodingsIsText() throws IOException {
        byte[] words = "Ошибка в строке 7".getBytes(Charset.forName("windows-1251"));
        assertEquals("text/plain", type("app.log", words));
        byte[] marked = "\uFEFFОшибка в строке 7".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("text/plain", type("app.log", marked));
        assertEquals("text/csv", type("a.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt | <html><script>alert(1)</script></html>",
                "a | <!DOCTYPE html><p>",
                "a.html | words",
                "a.svg | words",
                "a.json | <svg xmlns='http://www.w3.org/2000/svg'/>",
                "a.xml | <?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
                "a.js | alert(1)",
                "a.sh | echo 1",
                "a | #!/bin/sh",
                "a.BAT | dir",
                "a.ps1 | dir",
                "a.vbs | x = 1",
                "a.hta | words",
                "a.reg | words",
                "a.desktop | [Desktop Entry]",
            })
    void whatSomethingRunsIsRefused(String name, String content) throws IOException {
        assertEquals(REFUSED, type(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNameMakesNoTextOfWhatIsNone() throws IOException {
        assertEquals(REFUSED, type("app.log", new byte[] {1, 2, 3, 0, 5}));
        assertEquals(REFUSED, type("app.json", "MZ\0\0program".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aVideoOfAnIphoneIsTaken() throws IOException {
        assertEquals("video/quicktime", type("IMG_0001.MOV", box("ftypqt  ")));
        assertEquals("video/quicktime", type("IMG_0001", box("ftypqt  ")));
        assertEquals("image/heic", type("IMG_0002.HEIC", box("ftypheic")));
        assertEquals("video/mp4", type("a.mp4", box("ftypisom")));
    }

    private static byte[] box(String brand) {
        byte[] content = new byte[64];
        content[3] = 20;
        byte[] name = brand.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, content, 4, name.length);
        return content;
    }

    private String type(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("content"), content);
        return FileType.of(file, name).map(FileType::mediaType).orElse(REFUSED);
    }
}
