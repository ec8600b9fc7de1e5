package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionCommandTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("aws.spc"), """
                connection "aws_dev" {
                  plugin = "aws"
                  access_key = "AKIADEV"
                  secret_key = "%s"
                  regions = ["eu-*"]
                  min_error_retry_delay = 25
                }
                connection "aws_prod" {
                  plugin = "aws"
                  import_schema = "disabled"
                }
                connection "aws_all" {
                  plugin = "aws"
                  type = "aggregator"
                  connections = ["aws_*"]
                }
                """.formatted(SECRET));
    }

    @Test
    void connectionsAreListedAndWhatIsNotObeyedIsNamed() {
        Ran ran = Ran.penstock("connection", "list", "--config", file.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll("\\s+", " ")))
                .containsExactly(
                        "NAME TYPE PLUGIN HAS WHERE",
                        "aws_dev connection aws " + file + ":1:1",
                        "aws_prod connection aws no schema " + file + ":8:1",
                        "aws_all aggregator aws 2 connections");
        assertThat(ran.err())
                .isEqualTo("Not obeyed: " + file + ":1:1: min_error_retry_delay of \"aws_dev\" changes nothing here\n");
    }

    @Test
    void aConnectionIsShownWithoutItsSecrets() {
        Ran ran = Ran.penstock("connection", "show", "aws_dev", "--config", file.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("AKIADEV", "eu-*", "(not shown)").doesNotContain(SECRET);
    }

    @Test
    void namesThatAreNotThereAreRefused() {
        Ran shown = Ran.penstock("connection", "show", "aws_def", "--config", file.toString());
        assertThat(shown)
                .isEqualTo(new Ran(254, "", "Error: there is no connection \"aws_def\"; did you mean \"aws_dev\"?\n"));
        Ran path = Ran.penstock("query", "select 1", "--config", file.toString(), "--search-path", "aws_al");
        assertThat(path.code()).isEqualTo(254);
        assertThat(path.err()).contains("there is no connection \"aws_al\"", "did you mean \"aws_all\"?");
    }

    @Test
    void aFileThatIsWrongIsSaidWithItsPlace() throws IOException {
        Files.writeString(file, "connection \"a\" {\n  plugin = \"aws\"\n  type = \"agregator\"\n}\n");
        Ran ran = Ran.penstock("query", "select 1", "--config", file.toString());
        assertThat(ran.code()).isEqualTo(250);
        assertThat(ran.err())
                .isEqualTo(
                        "Error: " + file + ":3:3: type must be \"plugin\" or \"aggregator\", not" + " \"agregator\"\n");
    }

    @Test
    void nothingIsOpenedBeforeItIsNeeded() {
        Ran ran = Ran.penstock("query", "select 1 as one", "--config", file.toString(), "--output", "csv");
        assertThat(ran.out()).isEqualTo("one\n1\n");
        assertThat(ran.code()).isZero();
    }
}
