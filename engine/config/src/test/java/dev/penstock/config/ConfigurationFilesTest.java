package dev.penstock.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path home;

    private final ConfigurationFiles files = new ConfigurationFiles(Set.of("aws", "other"), 64);

    private Path write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Configuration read(String text) throws IOException {
        return files.read(List.of(write("test.hcl", text)));
    }

    private void refuses(String text, String words) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("test.hcl:")
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    private static List<String> names(Configuration configuration) {
        return configuration.connections().stream().map(ConnectionConfig::name).toList();
    }

    @Test
    void aHomeWithoutConfigurationHasTheDefaultConnection() {
        assertThat(files.readHome(home)).isEqualTo(Configuration.standard(64));
    }

    @Test
    void everyArgumentOfAConnectionOfThePeerIsHandedOver() throws IOException {
        write(".steampipe/config/aws.spc", """
                connection "aws_dev" {
                  plugin  = "aws"
                  profile = "dev"
                  regions = ["eu-*", "us-??st-1"]
                  default_region = "eu-west-1"
                  max_error_retry_attempts = 9
                  ignore_error_codes = ["AccessDenied*"]
                  ignore_error_messages = [".*, with commas.*"]
                  endpoint_url = "http://localhost:4566"
                  s3_force_path_style = false
                  session_token = null
                }
                """);
        ConnectionConfig connection = files.readHome(home).connections().get(0);
        assertThat(connection.arguments())
                .isEqualTo(Map.of(
                        "profile", "dev",
                        "default_region", "eu-west-1",
                        "max_error_retry_attempts", "9",
                        "endpoint_url", "http://localhost:4566",
                        "s3_force_path_style", "false"));
        assertThat(connection.lists())
                .isEqualTo(Map.of(
                        "regions", List.of("eu-*", "us-??st-1"),
                        "ignore_error_codes", List.of("AccessDenied*"),
                        "ignore_error_messages", List.of(".*, with commas.*")));
        assertThat(connection.origin()).endsWith("aws.spc:1:1");
    }

    @Test
    void pluginsAreNamedInEveryWayOfThePeer() throws IOException {
        Configuration configuration = read("""
                connection "a" { plugin = "aws@0.118" }
                connection "b" { plugin = "turbot/aws@^1" }
                connection "c" { plugin = plugin.slow }
                connection "d" { plugin = "slow" }
                connection "e" { plugin = "github" }
                plugin "slow" {
                  source = "aws"
                  memory_max_mb = 100
                  limiter "one" { bucket_size = 1 }
                }
                """);
        assertThat(names(configuration)).containsExactly("a", "b", "c", "d");
        assertThat(configuration.connections())
                .allMatch(connection -> connection.plugin().equals("aws"));
        assertThat(configuration.notes())
                .hasSize(3)
                .anyMatch(note -> note.contains(":8:") && note.contains("memory_max_mb"))
                .anyMatch(note -> note.contains(":9:") && note.contains("limiter"))
                .anyMatch(note -> note.contains(":5:") && note.contains("\"e\" is left out"));
    }

    @Test
    void aggregatorsTakeExactNamesFirstAndWildcardsOfTheirPlugin() throws IOException {
        Configuration configuration = read("""
                connection "aws_all" {
                  plugin = "aws"
                  type = "aggregator"
                  connections = ["aws_[ab]", "dev-?", "gone"]
                }
                connection "aws_a" { plugin = "aws" }
                connection "aws_b" { plugin = "aws" }
                connection "aws_c" { plugin = "other" }
                connection "dev-1" {
                  plugin = "aws"
                  import_schema = "disabled"
                }
                connection "empty" {
                  plugin = "other"
                  type = "aggregator"
                  connections = ["x*"]
                }
                """);
        assertThat(configuration.aggregators())
                .containsExactly(
                        new Aggregator("aws_all", "aws", List.of("aws_a", "aws_b", "dev-1")),
                        new Aggregator("empty", "other", List.of()));
        assertThat(configuration.hidden()).containsExactly("dev-1");
        assertThat(configuration.notes())
                .anyMatch(note -> note.contains("names \"gone\", which is not there"))
                .anyMatch(note -> note.contains("\"empty\" has no connections"));
    }

    @Test
    void ownFilesWinOverThoseOfThePeer() throws IOException {
        write(".penstock/config/own.hcl", "connection \"aws\" {\n  plugin = \"aws\"\n  profile = \"own\"\n}\n");
        write(".steampipe/config/aws.spc", """
                connection "aws" {
                  plugin = "aws"
                }
                connection "more" {
                  plugin = "aws"
                }
                """);
        Configuration configuration = files.readHome(home);
        assertThat(names(configuration)).containsExactly("aws", "more");
        assertThat(configuration.connections().get(0).argument("profile")).contains("own");
        assertThat(configuration.notes()).singleElement().asString().contains("aws.spc:1:1", "own.hcl:1:1");
    }

    @Test
    void theWorkspaceSetsTheSearchPathBeforeTheDatabase() throws IOException {
        Configuration configuration = read("""
                workspace "default" {
                  search_path_prefix = "aws_all"
                  query_timeout = 300
                }
                options "database" {
                  search_path = "a, b"
                  search_path_prefix = "c"
                  port = 9193
                }
                options "general" { telemetry = "none" }
                """);
        assertThat(configuration.searchPathPrefix()).containsExactly("aws_all");
        assertThat(configuration.searchPath()).isEmpty();
        assertThat(configuration.notes()).hasSize(3).allMatch(note -> note.contains("is not obeyed"));
    }

    @Test
    void anOrganizationNeedsARole() throws IOException {
        Organization organization = read("""
                organization "corp" {
                  role = "Audit"
                  units = ["ou-1", "ou-2"]
                  exclude = ["111122223333"]
                  profile = "management"
                }
                """).organizations().get(0);
        assertThat(organization.name()).isEqualTo("corp");
        assertThat(organization.units()).containsExactly("ou-1", "ou-2");
        assertThat(organization.exclude()).containsExactly("111122223333");
        assertThat(organization.management().arguments()).isEqualTo(Map.of("profile", "management"));
        refuses("organization \"corp\" {\n}\n", "needs the role");
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        refuses("connection \"a\" {\n  plugin = \"aws\"\n", ":1:1: the block connection");
        refuses("connection \"a\" { profile = \"x\" }", "needs a plugin");
        refuses("connection \"a\" {\n plugin = \"aws\"\n type = \"aggregate\"\n}", ":3:2: type must be");
        refuses("connection \"a\" {\n plugin = \"aws\"\n profile = {}\n}", ":3:2: profile must be one text");
        refuses("connection \"a\" {\n plugin = \"aws\"\n regions = [[]]\n}", ":3:2: regions must be");
        refuses("connection \"public\" { plugin = \"aws\" }", "can't be the name");
        refuses("connection { plugin = \"aws\" }", "needs one name");
        refuses("conection \"a\" { plugin = \"aws\" }", "did you mean \"connection\"?");
        refuses("plugin = \"aws\"", "can't stand outside of a block");
        refuses(
                "connection \"a\" { plugin = \"aws\" }\nconnection \"a\" { plugin = \"aws\" }",
                ":2:1: \"a\" is already defined at");
        refuses(
                "connection \"o\" { plugin = \"other\" }\nconnection \"a\" {\n plugin = \"aws\"\n"
                        + " type = \"aggregator\"\n connections = [\"o\"]\n}",
                "\"o\" is for other");
        refuses("connection \"a\" {\n plugin = \"aws\"\n type = \"aggregator\"\n profile = \"x\"\n}", "no profile");
    }

    @Test
    void severalProblemsAreCounted() {
        refuses("connection \"a\" { profile = \"x\" }\nconnection \"b\" { profile = \"x\" }", "(and 1 more)");
    }

    @Test
    void aFolderThatIsNamedIsReadAlone() throws IOException {
        write("folder/a.hcl", "connection \"a\" { plugin = \"aws\" }");
        write("folder/b.spc", "connection \"b\" { plugin = \"aws\" }");
        write("folder/c.txt", "not for us");
        assertThat(names(files.read(List.of(home.resolve("folder"))))).containsExactly("a", "b");
        assertThatThrownBy(() -> files.read(List.of(home.resolve("nothing"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("does not exist");
    }
}
