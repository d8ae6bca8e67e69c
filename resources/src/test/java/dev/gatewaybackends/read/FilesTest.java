// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.READER;
import static dev.gatewaybackends.read.Manifests.keys;
import static dev.gatewaybackends.read.Manifests.problems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    private Path directory;

    private static String pod(String name) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + "}}";
    }

    private Path write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void directory_manyFiles_areReadByNameAndTheRestIsPassedOver() throws IOException {
        write("b.yaml", pod("b"));
        write("a.yml", pod("a"));
        write("c/z.yaml", pod("cz"));
        write("c/a.json", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"ca\"}}");
        write("c/d/e.yaml", pod("cde"));
        write("d.yaml", pod("d"));
        write(".hidden.yaml", pod("hidden"));
        write(".hidden/x.yaml", pod("hidden"));
        write("README.md", "kind: [");
        write("e.yaml.bak", "kind: [");
        write("YAML", "kind: [");

        ResourceSet resources = READER.read(directory);

        assertThat(problems(resources)).isEmpty();
        assertThat(keys(resources)).containsExactly("Pod a", "Pod b", "Pod ca", "Pod cde", "Pod cz", "Pod d");
    }

    @Test
    void directory_empty_isNothing() throws IOException {
        write("README.md", "nothing");

        assertThat(READER.read(directory).entries()).isEmpty();
        assertThat(READER.read().entries()).isEmpty();
    }

    @Test
    void files_several_areReadInTheGivenOrderWhateverTheirNames() throws IOException {
        ResourceSet resources = READER.read(write("b.txt", pod("b")), write(".a", pod("a")));

        assertThat(keys(resources)).containsExactly("Pod b", "Pod a");
    }

    @Test
    void file_problem_showsItsName() throws IOException {
        Path bad = write("bad.yaml", "kind: [\n");
        write("good.yaml", pod("a"));

        ResourceSet resources = READER.read(directory);

        assertThat(keys(resources)).containsExactly("Pod a");
        assertThat(problems(resources)).hasSize(1).first().asString().startsWith("ERROR " + bad + ":2:1: ");
    }

    @Test
    void file_missing_throws() {
        Path missing = directory.resolve("missing.yaml");

        assertThatThrownBy(() -> READER.read(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(missing + ": there is no such file")
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void file_linkToNothing_throws() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.yaml"), directory.resolve("missing"));

        assertThatThrownBy(() -> READER.read(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(link + ": cannot be read");
    }

    @Test
    void file_notUtf8_isUnreadable() throws IOException {
        write("a.yaml", pod("a"));
        Files.write(directory.resolve("b.yaml"), pod("é").getBytes(StandardCharsets.ISO_8859_1));
        Files.write(directory.resolve("c.yaml"), pod("c").getBytes(StandardCharsets.UTF_16));

        ResourceSet resources = READER.read(directory);

        assertThat(keys(resources)).containsExactly("Pod a");
        assertThat(problems(resources))
                .containsExactly(
                        "ERROR " + directory.resolve("b.yaml") + ":1:1: the input is not UTF-8 text [Unreadable]",
                        "ERROR " + directory.resolve("c.yaml") + ":1:1: the input is not UTF-8 text [Unreadable]");
    }

    @Test
    void stream_text_isReadAndLeftOpen() {
        boolean[] closed = {false};
        InputStream stream = new ByteArrayInputStream(("\uFEFF" + pod("ä")).getBytes(UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        ResourceSet resources = READER.read(stream, "-");

        assertThat(keys(resources)).containsExactly("Pod ä");
        assertThat(closed).containsExactly(false);
    }

    @Test
    void stream_failing_throws() {
        InputStream stream = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("broken");
            }
        };

        assertThatThrownBy(() -> READER.read(stream, "-"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("-: cannot be read")
                .hasRootCauseMessage("broken");
    }
}
