package dev.penstock.cli.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query broken in every small way that changes what it decides; the words of its reasons are left alone. */
final class Mutants {
    private static final Pattern REASON = Pattern.compile("as status,.*?as reason", Pattern.DOTALL);
    private static final List<Change> CHANGES = List.of(
            new Change("wrong comparison", "(?<![<>])>=", ">"),
            new Change("wrong comparison", "(?<![<>-])>(?![=>])", ">="),
            new Change("wrong comparison", "<(?![=>])(?!root_account)", "<="),
            new Change("wrong comparison", "<=", "<"),
            new Change("wrong comparison", "(?<![<>])= ", "<> "),
            new Change("wrong comparison", "<> ", "= "),
            new Change("wrong test for nothing", "is null", "is not null"),
            new Change("wrong test for nothing", "is not null", "is null"),
            new Change("wrong join", "left join", "join"),
            new Change("dropped condition", "(?m)^ *and (?!password_idle|key_).*$", ""),
            new Change("dropped condition", "(?m)^( *)where\\n.*$", "$1where true"),
            new Change("dropped condition", "(?m)^ *when .* then '(ok|alarm|skip|info|error)'$", ""),
            new Change("and for or", " or ", " and "),
            new Change("or for and", "(?<=\\S) and ", " or "),
            new Change("dropped not", " not ", " "),
            new Change("wrong number", "interval '(45|90) days'", "interval '$10 hours'"),
            new Change("wrong number", "(?<== )(14|24)\\b", "20"),
            new Change("wrong verdict", "'alarm'", "'ok'"),
            new Change("wrong verdict", "'ok'", "'alarm'"));

    private Mutants() {}

    /** A query and what was done to it. */
    record Mutant(String what, String sql) {}

    private record Change(String kind, Pattern pattern, String replacement) {
        Change(String kind, String pattern, String replacement) {
            this(kind, Pattern.compile(pattern), replacement);
        }
    }

    static List<Mutant> of(String sql) {
        var mutants = new ArrayList<Mutant>();
        List<MatchResult> reasons = REASON.matcher(sql).results().toList();
        for (Change change : CHANGES) {
            Matcher matcher = change.pattern().matcher(sql);
            while (matcher.find()) {
                boolean decides = sql.lastIndexOf("--", matcher.start()) <= sql.lastIndexOf('\n', matcher.start())
                        && reasons.stream().noneMatch(reason -> inside(matcher.toMatchResult(), reason));
                if (decides) {
                    mutants.add(mutant(sql, change, matcher.toMatchResult()));
                }
            }
        }
        return mutants;
    }

    private static boolean inside(MatchResult found, MatchResult reason) {
        return found.start() > reason.start() && found.end() < reason.end();
    }

    private static Mutant mutant(String sql, Change change, MatchResult found) {
        String changed = change.pattern().matcher(found.group()).replaceFirst(change.replacement());
        if (changed.equals(found.group())) {
            // A look-behind does not see what stands before the match: put the words in as they are.
            changed = change.replacement();
        }
        int line = (int) sql.substring(0, found.start()).lines().count();
        String what = change.kind() + " in line " + line + ": " + found.group().strip() + " -> " + changed.strip();
        return new Mutant(what, sql.substring(0, found.start()) + changed + sql.substring(found.end()));
    }
}
