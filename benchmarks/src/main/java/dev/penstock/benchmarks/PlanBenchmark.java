package dev.penstock.benchmarks;

import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import dev.penstock.spi.error.EngineException;
import dev.penstock.sql.Session;
import dev.penstock.tables.aws.simulator.SimulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parsing, checking and planning the queries of a mod, one after the other: {@code -p mod=<folder> -p part=<what their
 * names begin with>}, or else our own queries of the same shapes. At the end stands the median of each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000"
        })
public class PlanBenchmark {
    /** The folder of a mod, or nothing for our own queries. */
    @Param("")
    public String mod = "";

    /** What the names of the mod's queries must begin with. */
    @Param("")
    public String part = "";

    private final Account account = new Account(1, SimulatorOptions.defaults());
    private final Session session = account.openSession();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private List<String> names = List.of();
    private int following;

    /** Reads the texts; those that name tables which are not here are left out. */
    @Setup
    public void read() throws IOException {
        int all = 0;
        for (Map.Entry<String, String> text : (mod.isEmpty() ? own() : ofMod()).entrySet()) {
            all++;
            try {
                session.prepare(text.getValue());
                texts.put(text.getKey(), text.getValue());
                times.put(text.getKey(), new ArrayList<>());
            } catch (EngineException e) {
                System.out.println("left out: " + text.getKey() + ": " + e.getMessage());
            }
        }
        System.out.println(texts.size() + " of " + all + " queries");
        names = List.copyOf(texts.keySet());
    }

    private Map<String, String> ofMod() {
        var read = new LinkedHashMap<String, String>();
        ModLoader.load(Path.of(mod), ModSettings.NONE).queries().forEach((name, query) -> {
            if (name.startsWith(part)) {
                read.put(name, query.sql());
            }
        });
        return read;
    }

    private static Map<String, String> own() throws IOException {
        var read = new LinkedHashMap<String, String>();
        try (InputStream shapes = Objects.requireNonNull(PlanBenchmark.class.getResourceAsStream("shapes.sql"))) {
            for (String sql : new String(shapes.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*", -1)) {
                if (!sql.isBlank()) {
                    read.put(sql.lines().findFirst().orElse(""), sql);
                }
            }
        }
        return read;
    }

    /** Plans the next text. */
    @Benchmark
    public Object plan() {
        String name = names.get(following++ % names.size());
        long start = System.nanoTime();
        Object planned = session.prepare(Objects.requireNonNull(texts.get(name)));
        Objects.requireNonNull(times.get(name)).add((System.nanoTime() - start) / 1e6);
        return planned;
    }

    /** Prints the median of each text, over the last half of its runs, the slowest first. */
    @TearDown
    public void stop() {
        session.close();
        account.close();
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((name, all) -> medians.put(name, median(all.subList(all.size() / 2, all.size()))));
        medians.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(median -> System.out.printf("%8.2f ms  %s%n", median.getValue(), median.getKey()));
        System.out.printf("%8.2f ms  median of the medians%n", median(new ArrayList<>(medians.values())));
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
