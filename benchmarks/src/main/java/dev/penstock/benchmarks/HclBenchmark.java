package dev.penstock.benchmarks;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Evaluator;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.function.FolderFiles;
import dev.penstock.hcl.function.StandardFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
import org.openjdk.jmh.annotations.Warmup;

/** A whole mod read and every attribute evaluated: {@code -p mod=<folder>}, or else one made up, of 550 files. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class HclBenchmark {
    /** The folder of a mod, or nothing for the one that is made up. */
    @Param("")
    public String mod = "";

    private Path folder = Path.of("");

    /** Makes the mod up if need be. */
    @Setup
    public void prepare() throws IOException {
        folder = mod.isEmpty() ? MadeUpMod.write() : Path.of(mod);
    }

    /** Once everything is compiled. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int warm() throws IOException {
        return evaluateAll();
    }

    /** The first time in a process. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
    public int cold() throws IOException {
        return evaluateAll();
    }

    private int evaluateAll() throws IOException {
        Body body = Parser.parseFolder(folder, Set.of(".pp", ".sp")).orThrow();
        Map<String, Attribute> locals = new LinkedHashMap<>();
        body.blocks("locals").forEach(block -> locals.putAll(block.body().attributes()));
        Map<String, HclValue> variables = new LinkedHashMap<>();
        var constants = NamedScope.builder().opaque(traversal -> true).build().evaluator();
        body.blocks("variable")
                .forEach(block -> block.body()
                        .attribute("default")
                        .ifPresent(value -> variables.put(block.labels().get(0), constants.value(value.value()))));
        Evaluator evaluator = NamedScope.builder()
                .value("var", HclValue.Dictionary.object(variables))
                .lazy("local", locals)
                .opaque(traversal -> true)
                .functions(StandardFunctions.of(FolderFiles.below(folder), Clock.systemUTC(), Map.of()))
                .build()
                .evaluator();
        return body.blocks().stream()
                .mapToInt(block -> evaluate(block, evaluator))
                .sum();
    }

    private static int evaluate(Block block, Evaluator evaluator) {
        int values = block.body().blocks().stream()
                .mapToInt(inner -> evaluate(inner, evaluator))
                .sum();
        for (Attribute attribute : block.body().attributes().values()) {
            evaluator.evaluate(attribute.value());
            values++;
        }
        return values;
    }
}
