package dev.penstock.controls.mod.dependency;

import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The git command. Nothing from a mod reaches it but paths and names that were checked, and those stand behind {@code --}; it
 * asks nobody, runs no hooks and follows no submodules.
 *
 * @param environment of the process; a token for private repositories may be in it
 */
record Git(Map<String, String> environment) {
    private static final List<String> TOKENS = List.of("PENSTOCK_GIT_TOKEN", "POWERPIPE_GIT_TOKEN");

    /** What a command printed, and how it ended. */
    private record Ended(int code, String out, String err) {}

    /**
     * The branches and tags of a repository, by their full names, with their commits.
     *
     * @throws EngineException if neither HTTPS nor SSH leads there
     */
    Map<String, String> references(String path) {
        String listed = onRemote(path, url -> List.of("ls-remote", "--quiet", "--heads", "--tags", "--", url));
        Map<String, String> references = new LinkedHashMap<>();
        for (String line : listed.lines().toList()) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 2) {
                // The line of an annotated tag that ends with ^{} names the commit that it is on, and comes later.
                references.put(parts[1].replaceFirst("\\^\\{}$", ""), parts[0]);
            }
        }
        return references;
    }

    /** Fetches what a branch or tag names into a folder that isn't there yet. */
    void fetch(String path, String name, Path folder) {
        onRemote(
                path,
                url -> List.of(
                        "clone",
                        "--quiet",
                        "--depth",
                        "1",
                        "--no-recurse-submodules",
                        "--template=",
                        "--branch",
                        name,
                        "--",
                        url,
                        folder.toString()));
    }

    private String onRemote(String path, java.util.function.Function<String, List<String>> command) {
        int slash = path.indexOf('/');
        Ended secure = run(path, command.apply("https://" + path));
        if (secure.code() == 0) {
            return secure.out();
        }
        Ended shell = run(path, command.apply("git@" + path.substring(0, slash) + ":" + path.substring(slash + 1)));
        if (shell.code() == 0) {
            return shell.out();
        }
        String why = secure.err().strip().replaceAll("\\s+", " ");
        throw new EngineException(
                ErrorCode.INVALID_MOD,
                "can't get the mod " + path + " with git: " + (why.isEmpty() ? "it ended with " + secure.code() : why));
    }

    private Ended run(String path, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "protocol.ext.allow=never",
                "-c",
                "advice.detachedHead=false"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().putIfAbsent("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oConnectTimeout=10");
        builder.environment().put("LC_ALL", "C");
        token().ifPresent(token -> authorize(builder.environment(), path, token));
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        try {
            Process process = builder.start();
            var err = new StringBuilder();
            var reader = new Thread(() -> err.append(text(process.getErrorStream())), "penstock-git-errors");
            reader.setDaemon(true);
            reader.start();
            String out = text(process.getInputStream());
            int code = process.waitFor();
            reader.join();
            return new Ended(code, out, err.toString());
        } catch (IOException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MOD, "mods are fetched with git, which can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.CANCELED, "the installation was canceled", e);
        }
    }

    private Optional<String> token() {
        return TOKENS.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(token -> !token.isEmpty())
                .findFirst();
    }

    /** The token goes to the host of the mod alone, and through the environment, where no list of processes shows it. */
    private static void authorize(Map<String, String> variables, String path, String token) {
        String host = path.substring(0, path.indexOf('/'));
        String basic = Base64.getEncoder().encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
        int count = Integer.parseInt(variables.getOrDefault("GIT_CONFIG_COUNT", "0"));
        variables.put("GIT_CONFIG_COUNT", String.valueOf(count + 1));
        variables.put("GIT_CONFIG_KEY_" + count, "http.https://" + host + "/.extraHeader");
        variables.put("GIT_CONFIG_VALUE_" + count, "Authorization: Basic " + basic);
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "can't read what git said: " + e.getMessage();
        }
    }
}
