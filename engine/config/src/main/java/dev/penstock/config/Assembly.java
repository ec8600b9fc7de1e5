package dev.penstock.config;

import dev.penstock.hcl.Body;
import dev.penstock.hcl.Body.Attribute;
import dev.penstock.hcl.Body.Block;
import dev.penstock.hcl.Diagnostic;
import dev.penstock.hcl.HclException;
import dev.penstock.hcl.SourcePosition;
import dev.penstock.spi.ConnectionConfig;
import dev.penstock.spi.Organization;
import dev.penstock.spi.Wildcard;
import dev.penstock.spi.error.NearestName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the blocks of all files together. Every problem is found before one is said. */
final class Assembly {
    private static final Set<String> AGGREGATOR = Set.of("plugin", "type", "connections");

    private final Set<String> plugins;
    private final int inFlight;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, SourcePosition> defined = new HashMap<>();
    private final Map<String, ConnectionConfig> connections = new LinkedHashMap<>();
    private final List<PendingAggregator> aggregators = new ArrayList<>();
    private final List<Organization> organizations = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final Settings settings = new Settings();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Assembly(Set<String> plugins, int inFlight) {
        this.plugins = plugins;
        this.inFlight = inFlight;
    }

    /** Learns which plugin each plugin block stands for, so that connections can come before it. */
    void declarePlugins(Body body) {
        body.blocks("plugin")
                .forEach(block -> attempt(() -> {
                    var plugin = new Values(block);
                    String label = plugin.label();
                    sources.put(label, plugin.text("source").orElse(label));
                    plugin.except(Set.of("source"))
                            .forEach(attribute -> note(attribute, "is not obeyed: pace is learned here"));
                    block.body()
                            .blocks()
                            .forEach(inner -> notes.add(inner.position() + ": " + inner.type() + " blocks are not"
                                    + " obeyed: how fast an account takes calls is learned here"));
                }));
    }

    /**
     * Adds what a file defines.
     *
     * @param yields whether names that are there already win
     */
    void add(Body body, boolean yields) {
        body.attributes()
                .values()
                .forEach(attribute -> problems.add(new Diagnostic(
                        attribute.name() + " can't stand outside of a block", "", attribute.position(), "")));
        for (Block block : body.blocks()) {
            attempt(() -> add(block, yields));
        }
    }

    private void add(Block block, boolean yields) {
        switch (block.type()) {
            case "connection" -> connection(new Values(block), yields);
            case "organization" -> organization(new Values(block), yields);
            case "options", "workspace" -> settings.add(new Values(block), notes);
            case "plugin" -> {}
            default ->
                throw new HclException(
                        "there is no block " + block.type() + " in a configuration"
                                + NearestName.hint(
                                        block.type(),
                                        List.of("connection", "organization", "options", "plugin", "workspace")),
                        block.position());
        }
    }

    private void connection(Values block, boolean yields) {
        String name = newName(block, yields);
        if (name.isEmpty()) {
            return;
        }
        String type = block.text("type").orElse("plugin");
        String plugin = plugin(block);
        block.block()
                .body()
                .blocks()
                .forEach(inner -> notes.add(
                        inner.position() + ": " + inner.type() + " blocks" + " inside a connection are not obeyed"));
        boolean hides = hides(block);
        if (type.equals("aggregator")) {
            block.except(AGGREGATOR).stream()
                    .filter(attribute -> !attribute.name().equals("import_schema"))
                    .forEach(attribute -> {
                        throw new HclException(
                                "an aggregator has no " + attribute.name() + ", only connections",
                                attribute.position());
                    });
            aggregators.add(new PendingAggregator(name, plugin, block.list("connections"), block.block()));
        } else if (!type.equals("plugin")) {
            throw block.problem("type", "type must be \"plugin\" or \"aggregator\", not \"" + type + "\"");
        } else if (!plugins.contains(plugin)) {
            notes.add(block.position() + ": the connection \"" + name + "\" is left out, because the plugin \"" + plugin
                    + "\" is not here");
        } else {
            connections.put(name, config(block, name, plugin, Set.of("plugin", "type", "import_schema")));
        }
        if (hides) {
            hidden.add(name);
        }
    }

    private ConnectionConfig config(Values block, String name, String plugin, Set<String> taken) {
        return new ConnectionConfig(
                name, plugin, block.texts(taken), block.lists(taken), inFlight, String.valueOf(block.position()));
    }

    private static boolean hides(Values block) {
        String schema = block.text("import_schema").orElse("enabled");
        if (!schema.equals("enabled") && !schema.equals("disabled")) {
            throw block.problem("import_schema", "import_schema must be \"enabled\" or \"disabled\"");
        }
        return schema.equals("disabled");
    }

    private void organization(Values block, boolean yields) {
        String name = newName(block, yields);
        if (!name.isEmpty()) {
            String role = block.text("role")
                    .orElseThrow(() -> block.problem(
                            "the organization \"" + name + "\" needs the role that is assumed in its accounts"));
            organizations.add(new Organization(
                    config(block, name, plugin(block), Set.of("plugin", "role", "units", "exclude")),
                    role,
                    block.list("units"),
                    block.list("exclude")));
        }
    }

    /** The label of a block, which becomes a schema; empty if that of another file wins. */
    private String newName(Values block, boolean yields) {
        String name = block.label();
        SourcePosition other = defined.get(name);
        if (other != null && yields) {
            notes.add(block.position() + ": \"" + name + "\" is left out, because " + other + " defines it");
            return "";
        }
        if (other != null) {
            throw block.problem("\"" + name + "\" is already defined at " + other);
        }
        if (name.isBlank()
                || name.equals("public")
                || name.startsWith("steampipe_")
                || name.startsWith("pg_")
                || name.equals("information_schema")) {
            throw block.problem("\"" + name + "\" can't be the name of a connection");
        }
        defined.put(name, block.position());
        return name;
    }

    /** The plugin's own name, whatever registry, version or block it is named by. */
    private String plugin(Values block) {
        String given = block.reference("plugin")
                .map(label -> sources.getOrDefault(label, label))
                .or(() -> block.text("plugin").map(text -> sources.getOrDefault(text, text)))
                .orElse(block.block().type().equals("organization") ? "aws" : "");
        if (given.isEmpty()) {
            throw block.problem("a connection needs a plugin");
        }
        String path = given.substring(given.lastIndexOf('/') + 1);
        int version = path.indexOf('@');
        return version < 0 ? path : path.substring(0, version);
    }

    Configuration configuration() {
        var groups = new ArrayList<Aggregator>();
        aggregators.forEach(pending -> attempt(() -> groups.add(pending.resolved(connections, defined, notes))));
        if (!problems.isEmpty()) {
            throw ConfigurationFiles.invalid(problems);
        }
        if (connections.isEmpty() && organizations.isEmpty() && groups.isEmpty() && defined.isEmpty()) {
            Configuration standard = Configuration.standard(inFlight);
            return new Configuration(
                    standard.connections(), List.of(), List.of(), Set.of(), settings.path(), settings.prefix(), notes);
        }
        return new Configuration(
                List.copyOf(connections.values()),
                groups,
                organizations,
                hidden,
                settings.path(),
                settings.prefix(),
                notes);
    }

    private void note(Attribute attribute, String why) {
        notes.add(attribute.position() + ": " + attribute.name() + " " + why);
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (HclException e) {
            problems.addAll(e.diagnostics());
        }
    }

    /** An aggregator whose members may be defined later. */
    private record PendingAggregator(String name, String plugin, List<String> items, Block block) {

        Aggregator resolved(
                Map<String, ConnectionConfig> connections, Map<String, SourcePosition> defined, List<String> notes) {
            var members = new java.util.LinkedHashSet<String>();
            for (String item : items) {
                ConnectionConfig exact = connections.get(item);
                if (exact != null && !exact.plugin().equals(plugin)) {
                    throw new HclException(
                            "the aggregator \"" + name + "\" is for " + plugin + ", but \"" + item + "\" is for "
                                    + exact.plugin(),
                            block.position());
                }
                if (exact == null && !Wildcard.isIn(item)) {
                    notes.add(block.position() + ": the aggregator \"" + name + "\" names \"" + item + "\", "
                            + (defined.containsKey(item)
                                    ? "which is no connection that is here"
                                    : "which is not there"));
                }
                var pattern = Wildcard.of(item);
                connections.values().stream()
                        .filter(connection -> exact == null
                                ? connection.plugin().equals(plugin) && pattern.matches(connection.name())
                                : connection.name().equals(item))
                        .forEach(connection -> members.add(connection.name()));
            }
            if (members.isEmpty()) {
                notes.add(block.position() + ": the aggregator \"" + name + "\" has no connections");
            }
            return new Aggregator(name, plugin, List.copyOf(members));
        }
    }
}
