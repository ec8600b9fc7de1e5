package dev.penstock.controls.decision;

import dev.penstock.controls.model.Control;
import dev.penstock.controls.model.Decision;
import dev.penstock.hcl.Body;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.HclValue;
import dev.penstock.hcl.NamedScope;
import dev.penstock.hcl.Span;
import dev.penstock.spi.Wildcard;
import dev.penstock.spi.error.EngineException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** One block whose attributes are there, to an entry; what is wrong with their values goes to a list. */
final class EntryReader {
    /** Stands for a date that is none, which was said. */
    private static final LocalDate NO_DATE = LocalDate.MIN;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    private final Body.Block block;
    private final Function<String, List<Control>> named;
    private final LocalDate today;
    private final List<Diagnostic> problems;
    private final int problemsBefore;

    EntryReader(Body.Block block, Function<String, List<Control>> named, LocalDate today, List<Diagnostic> problems) {
        this.block = block;
        this.named = named;
        this.today = today;
        this.problems = problems;
        this.problemsBefore = problems.size();
    }

    /** The entry, if nothing is wrong with it. */
    Optional<Entry> entry() {
        Decision.Kind kind = block.type().equals(Decision.Kind.EXEMPTION.text())
                ? Decision.Kind.EXEMPTION
                : Decision.Kind.ATTESTATION;
        Decision decision = decision(kind);
        Set<String> controls = controls();
        Predicate<String> resource = resource(kind);
        Set<String> accounts = accounts();
        Map<String, String> dimensions = texts("dimensions");
        return problems.size() > problemsBefore
                ? Optional.empty()
                : Optional.of(new Entry(decision, controls, resource, accounts, dimensions, block.position()));
    }

    private Decision decision(Decision.Kind kind) {
        boolean exempts = kind == Decision.Kind.EXEMPTION;
        LocalDate expires = date("expires");
        return new Decision(
                kind,
                block.labels().get(0),
                text(exempts ? "owner" : "by"),
                text(exempts ? "reason" : "note"),
                exempts ? Optional.empty() : Optional.of(made(expires)),
                expires,
                today.isAfter(expires));
    }

    private LocalDate made(LocalDate expires) {
        LocalDate made = date("date");
        // Where the day begins first, it is a day ahead of UTC.
        if (made.isAfter(today.plusDays(1))) {
            problem("date", "nobody can have attested it on " + made + " yet");
        } else if (!expires.equals(NO_DATE) && made.isAfter(expires)) {
            problem("expires", "it expires on " + expires + ", before it was attested");
        }
        return made;
    }

    private Set<String> controls() {
        List<Control> controls = list("control").stream()
                .flatMap(name -> controls(name).stream())
                .toList();
        Map<String, String> tags = texts("tags");
        Set<String> names = controls.stream()
                .filter(control -> control.tags().entrySet().containsAll(tags.entrySet()))
                .map(Control::fullName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.isEmpty() && !controls.isEmpty()) {
            problem(
                    "tags",
                    "no control that it is about has the tags " + tags
                            + "; tags are those of controls, dimensions are the columns of results");
        }
        return names;
    }

    private List<Control> controls(String name) {
        try {
            return named.apply(name);
        } catch (EngineException e) {
            problem("control", e.getMessage());
            return List.of();
        }
    }

    private Predicate<String> resource(Decision.Kind kind) {
        boolean glob = has("resource");
        boolean regex = has("resource_regex");
        if (glob && regex) {
            problem("resource_regex", "resource and resource_regex exclude one another");
        } else if (!glob && !regex && kind == Decision.Kind.EXEMPTION) {
            problems.add(block.header()
                    .problem("resource or resource_regex is missing", "resource = \"*\" stands for every resource"));
        }
        return regex ? matching(text("resource_regex")) : glob ? covered(text("resource")) : any -> true;
    }

    private Predicate<String> matching(String regex) {
        try {
            return Pattern.compile(regex).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            problem("resource_regex", "it is no regular expression: " + e.getDescription());
            return none -> false;
        }
    }

    private static Predicate<String> covered(String pattern) {
        Wildcard wildcard = Wildcard.of(pattern);
        // A name may hold a bracket, so what is written exactly as the resource is named always stands for it.
        return resource -> resource.equals(pattern) || wildcard.matches(resource);
    }

    private Set<String> accounts() {
        List<String> accounts = list("account_id");
        accounts.stream()
                .filter(account -> !ACCOUNT.matcher(account).matches())
                .forEach(account ->
                        problem("account_id", "an account is twelve digits in quotes, not \"" + account + "\""));
        return Set.copyOf(accounts);
    }

    private boolean has(String attribute) {
        return block.body().attribute(attribute).isPresent();
    }

    private LocalDate date(String attribute) {
        String text = text(attribute);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            // An attribute without a text has had its problem already.
            if (!text.isEmpty()) {
                problem(attribute, attribute + " must be a date such as \"2026-12-31\", not \"" + text + "\"");
            }
            return NO_DATE;
        }
    }

    /** The text of an attribute; empty if it has none, which is then said. */
    private String text(String attribute) {
        HclValue value = value(attribute);
        String text = value instanceof HclValue.Text found ? found.value().strip() : "";
        if (text.isEmpty() && value.isKnown()) {
            problem(attribute, attribute + " must be a text in quotes, and not empty");
        }
        return text;
    }

    /** The texts of an attribute that may have one or several; none if it is not there. */
    private List<String> list(String attribute) {
        if (!has(attribute)) {
            return List.of();
        }
        HclValue value = value(attribute);
        List<? extends HclValue> elements = value instanceof HclValue.Sequence list ? list.elements() : List.of(value);
        var texts = new ArrayList<String>();
        for (HclValue element : elements) {
            if (element instanceof HclValue.Text text) {
                texts.add(text.value());
            } else if (element.isKnown()) {
                problem(attribute, attribute + " must be a text in quotes, or a list of them, not a " + element.kind());
            }
        }
        if (elements.isEmpty()) {
            problem(attribute, attribute + " is an empty list");
        }
        return texts;
    }

    private Map<String, String> texts(String attribute) {
        var texts = new LinkedHashMap<String, String>();
        if (has(attribute)) {
            HclValue value = value(attribute);
            if (value instanceof HclValue.Dictionary entries) {
                entries.entries().forEach((key, entry) -> {
                    if (entry instanceof HclValue.Text text) {
                        texts.put(key, text.value());
                    } else {
                        problem(attribute, attribute + "." + key + " must be a text in quotes");
                    }
                });
            } else if (value.isKnown()) {
                problem(attribute, attribute + " must be an object, such as { key = \"value\" }");
            }
        }
        return texts;
    }

    /** The value of an attribute; unknown if it has none, which is then said. */
    private HclValue value(String attribute) {
        try {
            return NamedScope.builder()
                    .build()
                    .evaluator()
                    .value(block.body().attribute(attribute).orElseThrow().value());
        } catch (HclException e) {
            problems.addAll(e.diagnostics());
            return HclValue.Unknown.ANY;
        }
    }

    private void problem(String attribute, String what) {
        Span span =
                block.body().attribute(attribute).map(Body.Attribute::nameSpan).orElse(block.header());
        problems.add(span.problem(what, ""));
    }
}
