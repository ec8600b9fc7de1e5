package dev.penstock.controls.decision;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Decision;
import dev.penstock.hcl.Body;
import dev.penstock.hcl.BodySchema;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.Parsed;
import dev.penstock.hcl.Parser;
import dev.penstock.hcl.Span;
import dev.penstock.spi.error.EngineException;
import dev.penstock.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the file of exemptions. Everything in it is checked before anything runs. */
public final class DecisionFile {
    private static final BodySchema SCHEMA = BodySchema.builder()
            .block(
                    Decision.Kind.EXEMPTION.text(),
                    1,
                    about().required("reason", "owner", "expires").build())
            .block(
                    Decision.Kind.ATTESTATION.text(),
                    1,
                    about().required("by", "date", "note", "expires").build())
            .build();

    private final Function<String, List<Control>> named;
    private final Clock clock;

    /**
     * A reader.
     *
     * @param named the controls that a name or pattern stands for; throws if there is none
     * @param clock tells which day it is, in UTC
     */
    public DecisionFile(Function<String, List<Control>> named, Clock clock) {
        this.named = named;
        this.clock = clock;
    }

    private static BodySchema.Builder about() {
        return BodySchema.builder()
                .required("control")
                .attributes("resource", "resource_regex", "account_id", "tags", "dimensions");
    }

    /**
     * What a file decides.
     *
     * @throws EngineException with code FILE_ACCESS if it can't be read; with INVALID_PARAMETER if anything in it is
     *     wrong, naming the place
     */
    public Decisions read(Path file) {
        Parsed<Body> parsed = parsed(file);
        List<Diagnostic> problems = new ArrayList<>(parsed.diagnostics());
        Body body = parsed.value();
        if (problems.isEmpty()) {
            anywhere(body).ifPresent(span -> problems.addAll(SCHEMA.check(body, span)));
        }
        // What the schema lets pass has all that an entry needs, so what else is wrong can be found all at once.
        List<Entry> entries = problems.isEmpty() ? entries(body, problems) : List.of();
        if (!problems.isEmpty()) {
            throw invalid(problems);
        }
        return new Decisions(entries);
    }

    private static Parsed<Body> parsed(Path file) {
        if (file.toString().matches("(?i).*\\.ya?ml")) {
            throw new EngineException(
                    ErrorCode.INVALID_PARAMETER, "exemptions are written in HCL, not in YAML as " + file + " is");
        }
        try {
            return Parser.parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "there is no file of exemptions " + file, e);
        } catch (IOException e) {
            throw new EngineException(ErrorCode.FILE_ACCESS, "the exemptions can't be read: " + e, e);
        }
    }

    /** A place to say that something is missing in the file as a whole. */
    private static Optional<Span> anywhere(Body body) {
        return Stream.concat(
                        body.attributes().values().stream().map(Body.Attribute::nameSpan),
                        body.blocks().stream().map(Body.Block::header))
                .findFirst();
    }

    private List<Entry> entries(Body body, List<Diagnostic> problems) {
        var entries = new ArrayList<Entry>();
        var names = new HashSet<String>();
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        for (Body.Block block : body.blocks()) {
            if (!names.add(block.type() + " " + block.labels().get(0))) {
                problems.add(block.header().problem("there is another " + block.type() + " of this name", ""));
            }
            new EntryReader(block, named, today, problems).entry().ifPresent(entries::add);
        }
        return entries;
    }

    /** All that is wrong, on one line: the first thing whole. */
    private static EngineException invalid(List<Diagnostic> problems) {
        List<Diagnostic> inOrder = problems.stream()
                .sorted(Comparator.comparing(
                                (Diagnostic problem) -> problem.position().line())
                        .thenComparing(problem -> problem.position().column())
                        .thenComparing(Diagnostic::problem))
                .toList();
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        return new EngineException(ErrorCode.INVALID_PARAMETER, inOrder.get(0).message() + more);
    }
}
