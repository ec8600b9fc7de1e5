package dev.penstock.tables.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.tables.aws.simulator.AwsSimulator;
import dev.penstock.testkit.MotoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The same readings of the same estate from the simulator and from moto: where the two differ is listed, with who is right,
 * in {@code contract/differences-from-moto.txt}, and a difference that is not listed is a fault.
 */
class MotoContractTest {
    private static final Pattern VERDICT = Pattern.compile("# (simulator|moto|both): .+");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void everyActionOfTheTablesIsRead() {
        var actions = new TreeSet<String>();
        new AwsPlugin(List.of()).tables().forEach(table -> actions.addAll(table.actions()));
        assertThat(ReadingClients.readings().keySet()).containsExactlyElementsOf(actions);
    }

    @Test
    void everyListedDifferenceHasItsJudgement() {
        assertThat(listed()).isNotEmpty().doesNotContainValue("");
    }

    @Test
    void theTwoDifferOnlyAsListed() throws IOException, InterruptedException {
        Map<String, String> listed = listed();
        List<String> found;
        try (MotoServer moto = MotoServer.start(folder);
                AwsSimulator simulator = AwsSimulator.start(TwinEstates.built());
                ReadingClients ofMoto = ReadingClients.of(moto.endpoint());
                ReadingClients ofSimulator = ReadingClients.of(simulator.endpoint())) {
            moto.fill(TwinEstates.BOTO3);
            found = differences(ofMoto, ofSimulator);
        }
        found.forEach(System.out::println);
        listed.keySet().stream()
                .filter(line -> !found.contains(line))
                .forEach(line -> System.out.println("no longer: " + line));
        assertThat(found).allSatisfy(line -> assertThat(listed).containsKey(line));
    }

    /** Lines that only moto has begin with +, those that only the simulator has with -. */
    private static List<String> differences(ReadingClients ofMoto, ReadingClients ofSimulator) {
        var differences = new ArrayList<String>();
        ReadingClients.readings().forEach((action, reading) -> {
            List<String> theirs = answer(reading, ofMoto);
            List<String> ours = answer(reading, ofSimulator);
            boolean failed = theirs.get(0).startsWith("fails") || ours.get(0).startsWith("fails");
            if (!failed || theirs.get(0).startsWith("fails")) {
                without(theirs, ours).forEach(line -> differences.add("+ " + action + " " + line));
            }
            if (!failed || ours.get(0).startsWith("fails")) {
                without(ours, theirs).forEach(line -> differences.add("- " + action + " " + line));
            }
        });
        return differences;
    }

    /** What an answer says, after how the call ended. */
    private static List<String> answer(Function<ReadingClients, SdkPojo> reading, ReadingClients clients) {
        try {
            var lines = new ArrayList<>(List.of("answers"));
            lines.addAll(AnswerLines.of(reading.apply(clients)));
            return lines;
        } catch (AwsServiceException e) {
            return List.of(
                    "fails with " + e.statusCode() + " " + e.awsErrorDetails().errorCode());
        } catch (SdkException e) {
            return List.of("fails with " + e.getClass().getSimpleName());
        }
    }

    /** As often as it is in one list more than in the other. */
    private static List<String> without(List<String> lines, List<String> others) {
        var left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }

    /** The differences that are known, each with the judgement above it; empty where there is none. */
    private static Map<String, String> listed() {
        var listed = new TreeMap<String, String>();
        String judgement = "";
        for (String line : text().lines().toList()) {
            if (line.isBlank()) {
                judgement = "";
            } else if (VERDICT.matcher(line).matches()) {
                judgement = line;
            } else if (!line.startsWith("#")) {
                listed.put(line, judgement);
            }
        }
        return listed;
    }

    private static String text() {
        String name = "/contract/differences-from-moto.txt";
        try (var file = Objects.requireNonNull(MotoContractTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
