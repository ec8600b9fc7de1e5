package dev.penstock.controls.mod.dependency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Git repositories in a folder of the test, which git takes for those of the host {@code mods.test}. */
record Repositories(Path folder) {

    /** What makes git look here. */
    Map<String, String> environment() {
        return Map.of(
                "GIT_CONFIG_COUNT", "1",
                "GIT_CONFIG_KEY_0", "url.file://" + folder + "/.insteadOf",
                "GIT_CONFIG_VALUE_0", "https://mods.test/",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_SSH_COMMAND", "false");
    }

    /** Commits the text of a mod and gives the commit tags. */
    void publish(String repository, String text, String... tags) throws IOException, InterruptedException {
        Path path = folder.resolve(repository);
        Files.createDirectories(path);
        Files.writeString(path.resolve("mod.pp"), text);
        if (!Files.isDirectory(path.resolve(".git"))) {
            git(path, "init", "--quiet", "--initial-branch=main");
        }
        git(path, "add", "--all");
        git(path, "commit", "--quiet", "--allow-empty", "--message=Published");
        for (String tag : tags) {
            git(path, "tag", "--annotate", "--message=" + tag, tag);
        }
    }

    private void git(Path path, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@mods.test", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(path.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
