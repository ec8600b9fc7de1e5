package dev.penstock.benchmarks;

import dev.penstock.controls.mod.Mod;
import dev.penstock.controls.mod.ModLoader;
import dev.penstock.controls.mod.ModSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

/** A whole mod loaded, resolved and checked: {@code -p mod=<folder>}, or else one made up, of 550 files. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class ModLoadBenchmark {
    /** The folder of a mod, or nothing for the one that is made up. */
    @Param("")
    public String mod = "";

    private Path folder = Path.of("");

    /** Makes the mod up if need be. */
    @Setup
    public void prepare() throws IOException {
        folder = mod.isEmpty() ? MadeUpMod.write() : Path.of(mod);
    }

    /** All of it, once everything is compiled. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public int warm() {
        return loadAll();
    }

    /** All of it, the first time in a process. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
    public int cold() {
        return loadAll();
    }

    /** What a run of one control needs, the first time in a process. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 5, jvmArgsAppend = "-XX:+UseSerialGC")
    public int coldWithoutTheCheck() {
        return ModLoader.load(folder, ModSettings.NONE).problemsSoFar().size();
    }

    private int loadAll() {
        Mod loaded = ModLoader.load(folder, ModSettings.NONE);
        List<String> problems = loaded.problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.get(0));
        }
        return loaded.controls().size() + loaded.benchmarks().size();
    }
}
