package dev.penstock.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real browser without a window, driven over loopback. */
final class Browser implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> messages;
    private int commands;

    private Browser(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
        this.process = process;
        this.socket = socket;
        this.messages = messages;
    }

    /** Where the browser of the machine is, if there is one. */
    static Optional<Path> installed() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page from a file. */
    static Browser open(Path executable, Path page, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        try {
            var messages = new LinkedBlockingQueue<JsonNode>();
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(target(port(process, profile)), new Listener(messages))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var browser = new Browser(process, socket, messages);
            browser.awaitPage();
            return browser;
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String port(Process process, Path profile) throws Exception {
        Path file = profile.resolve("DevToolsActivePort");
        for (long i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (Files.exists(file) && !Files.readString(file).isBlank()) {
                return Files.readAllLines(file).get(0);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser did not start: " + Files.readString(profile.resolve("log")));
    }

    private static URI target(String port) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                .build();
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            for (JsonNode target :
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body())) {
                if (target.get("type").textValue().equals("page")
                        && target.get("url").textValue().startsWith("file:")) {
                    return URI.create(target.get("webSocketDebuggerUrl").textValue());
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser has no page");
    }

    private void awaitPage() throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            try {
                if (value("location.protocol === 'file:' && document.readyState === 'complete'")
                        .booleanValue()) {
                    return;
                }
            } catch (CommandException e) {
                // The page that the browser starts with has just given way to ours; ours is asked the next time.
            }
            Thread.sleep(50);
        }
        throw new IOException("the page was not loaded");
    }

    /** What the browser said of a command that it refused. */
    private static final class CommandException extends IOException {
        private static final long serialVersionUID = 1L;

        CommandException(String message) {
            super(message);
        }
    }

    /** Sends a command of the browser's protocol and waits for its answer. */
    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        commands++;
        socket.sendText(JSON.writeValueAsString(Map.of("id", commands, "method", method, "params", parameters)), true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("no answer to " + method);
            }
            if (message.path("id").intValue() == commands) {
                if (message.has("error")) {
                    throw new CommandException(method + ": " + message.get("error"));
                }
                return message.get("result");
            }
        }
    }

    /** The value of an expression in the page, after what it promises. */
    JsonNode value(String expression) throws Exception {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.get("exceptionDetails").toString());
        }
        return answer.at("/result/value");
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    private record Listener(BlockingQueue<JsonNode> messages, StringBuilder text) implements WebSocket.Listener {
        Listener(BlockingQueue<JsonNode> messages) {
            this(messages, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    messages.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    return CompletableFuture.failedFuture(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
