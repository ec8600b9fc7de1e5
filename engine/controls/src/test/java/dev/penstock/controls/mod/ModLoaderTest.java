package dev.penstock.controls.mod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.controls.model.Arguments;
import dev.penstock.controls.model.Control;
import dev.penstock.spi.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModLoaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Mod load(String text) throws IOException {
        Files.writeString(folder.resolve("mod.pp"), "mod \"m\" { title = \"M\" }\n" + text);
        return ModLoader.load(folder, ModSettings.NONE);
    }

    @Test
    void readsQueriesControlsAndBenchmarksInAnyOrder() throws IOException {
        Mod mod = load("""
                benchmark "top" { children = [benchmark.sub, control.c] }
                benchmark "sub" {
                  title    = "Sub"
                  children = [m.control.c]
                }
                control "c" {
                  title = "C ${local.b}"
                  query = query.q
                  tags  = merge(local.tags, { two = "2" })
                  severity = "high"
                }
                query "q" { sql = "select 1" }
                locals {
                  a = local.b
                  b = "x"
                  tags = { one = local.a }
                }
                """);
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.title()).isEqualTo("M");
        assertThat(mod.control("c").title()).isEqualTo("C x");
        assertThat(mod.control("control.c").tags()).containsEntry("one", "x").containsEntry("two", "2");
        assertThat(mod.control("m.control.c").query().sql()).isEqualTo("select 1");
        assertThat(mod.benchmark("top").children())
                .extracting(node -> node.fullName())
                .containsExactly("m.benchmark.sub", "m.control.c");
    }

    @Test
    void sqlFilesAreNamedQueriesUnlessABlockHasTheName() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/a.sql"), "select 'file a'");
        Files.writeString(folder.resolve("sub/b.sql"), "select 'file b'");
        Files.createDirectories(folder.resolve(".hidden"));
        Files.writeString(folder.resolve(".hidden/c.sql"), "select 'c'");
        Mod mod = load("query \"a\" {\nsql = file(\"./sub/a.sql\")\n title = \"A\"\n}");
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.query("a").title()).isEqualTo("A");
        assertThat(mod.query("a").sql()).isEqualTo("select 'file a'");
        assertThat(mod.query("b").sql()).isEqualTo("select 'file b'");
        assertThat(mod.queries()).doesNotContainKey("c");
    }

    @Test
    void reportsWhatIsBrokenAndKeepsWhatIsSound() throws IOException {
        Files.writeString(folder.resolve("broken.pp"), "control \"x\" {");
        Mod mod = load("""
                control "sound" { sql = "select 1" }
                control "lost" { query = query.nowhere }
                control "empty" { title = "E" }
                benchmark "loop" { children = [benchmark.loop] }
                benchmark "of_lost" { children = [control.lost] }
                control "argued" {
                  sql  = "select $1"
                  args = { a = 1 }
                }
                locals {
                  p = local.q
                  q = local.p
                }
                query "cyclic" { sql = local.p }
                query "filed" { sql = file("no.sql") }
                benchmark "half" {
                  children = [control.sound, control.soun, benchmark.nowhere, query.cyclic, control.sound]
                }
                """);
        assertThat(mod.problems())
                .containsExactlyInAnyOrder(
                        "broken.pp:1:1: the block control of line 1 is not closed; a \"}\" is missing below",
                        "mod.pp:3:26: there is no query.nowhere",
                        "mod.pp:4:1: control.empty has neither query nor sql",
                        "mod.pp:5:32: benchmark.loop contains itself",
                        "mod.pp:9:12: query argued has no parameter a; it takes none",
                        "mod.pp:12:3: local.p depends on itself: local.p -> local.q -> local.p",
                        "mod.pp:16:28: file: there is no file no.sql in the mod",
                        "mod.pp:18:30: there is no control.soun; did you mean \"sound\"?",
                        "mod.pp:18:44: there is no benchmark.nowhere",
                        "mod.pp:18:63: a child of a benchmark is a control or a benchmark, not query.cyclic",
                        "mod.pp:18:77: benchmark.half has the child sound twice");
        assertThat(mod.controls().values().stream()
                        .filter(control -> control.fault().isEmpty())
                        .map(Control::name))
                .containsExactly("sound");
        assertThat(mod.queries()).isEmpty();
        assertThat(mod.benchmark("half").children())
                .extracting(child -> ((Control) child).fault().orElse("sound"))
                .containsExactly(
                        "sound",
                        "mod.pp:18:30: there is no control.soun; did you mean \"sound\"?",
                        "mod.pp:18:44: there is no benchmark.nowhere",
                        "mod.pp:18:63: a child of a benchmark is a control or a benchmark, not query.cyclic");
        assertThatThrownBy(() -> mod.control("lost").bind(Arguments.NONE)).hasMessageContaining("mod.pp:3:26");
        assertThatThrownBy(() -> mod.query("cyclic")).hasMessageContaining("mod.pp:12:3");
    }

    @Test
    void twoOfOneNameAreBothBroken() throws IOException {
        Files.writeString(folder.resolve("other.pp"), "query \"same\" { sql = \"select 2\" }");
        Mod mod = load("""
                query "same" { sql = "select 1" }
                query "single" { sql = "select 3" }
                control "asks" { query = query.same }
                """);
        assertThat(mod.problems()).contains("other.pp:1:1: query.same is defined twice; it is also at mod.pp:2:1");
        assertThat(mod.query("single").sql()).isEqualTo("select 3");
        assertThatThrownBy(() -> mod.query("same")).hasMessageContaining("query.same is defined twice");
        assertThatThrownBy(() -> mod.control("asks").bind(Arguments.NONE))
                .hasMessageContaining("query.same is defined twice");
    }

    @Test
    void namesTheNearestMatch() throws IOException {
        Mod mod = load("control \"iam_root_user_mfa\" { sql = \"select 1\" }");
        assertThatThrownBy(() -> mod.control("iam_root_usr_mfa"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("iam_root_user_mfa");
        assertThatThrownBy(() -> mod.control("benchmark.iam_root_user_mfa")).isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> mod.control("other.control.iam_root_user_mfa")).isInstanceOf(EngineException.class);
    }

    @Test
    void findsTheModUpwards() throws IOException {
        assertThat(load("").controls()).isEmpty();
        Path below = Files.createDirectories(folder.resolve("a/b"));
        assertThat(ModLoader.find(below)).contains(folder.toAbsolutePath().normalize());
    }

    @Test
    void aFolderWithoutAModBlockIsNoMod() {
        assertThatThrownBy(() -> ModLoader.load(folder, ModSettings.NONE)).hasMessageContaining("has no mod block");
        assertThatThrownBy(() -> ModLoader.load(folder.resolve("missing"), ModSettings.NONE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void theBuiltInModIsWholeAndSound() {
        Mod mod = ModLoader.builtIn(ModSettings.NONE);
        assertThat(mod.problems()).isEmpty();
        assertThat(mod.control("aws_compliance.control.cis_v200_1_13").query().name())
                .isEqualTo("iam_user_one_active_key");
        assertThat(mod.benchmark("cis_v200").children()).isNotEmpty();
    }
}
