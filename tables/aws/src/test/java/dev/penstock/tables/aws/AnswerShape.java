package dev.penstock.tables.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The last answer of a client as it came, against the SDK's own description of it: whether every element is a member of
 * the service's structure and every member that must be there is. Stands in a client as an interceptor.
 */
final class AnswerShape implements ExecutionInterceptor {
    /** What every answer has beside its members. */
    private static final Set<String> ENVELOPE = Set.of("ResponseMetadata", "requestId");

    private byte[] last = new byte[0];

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        try {
            last = context.responseBody().orElseThrow().readAllBytes();
            return Optional.of(new ByteArrayInputStream(last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the last answer. */
    List<String> faults(String operation, SdkPojo answer) {
        var faults = new ArrayList<String>();
        Element root = root();
        if (!root.getTagName().equals(operation + "Response")) {
            faults.add("the answer is " + root.getTagName());
        }
        List<Element> members = children(root);
        boolean wrapped = !members.isEmpty() && members.get(0).getTagName().equals(operation + "Result");
        compare(operation, wrapped ? members.get(0) : root, answer, faults);
        return faults;
    }

    /** The path of each element in the result of the last answer, below the name of its operation. */
    Set<String> paths(String operation) {
        var paths = new TreeSet<String>();
        for (Element child : children(root())) {
            if (child.getTagName().equals(operation + "Result")) {
                addPaths(operation, child, paths);
            }
        }
        return paths;
    }

    private static void addPaths(String path, Element xml, Set<String> paths) {
        paths.add(path);
        children(xml).forEach(child -> addPaths(path + "/" + child.getTagName(), child, paths));
    }

    private static void compare(String path, Element xml, SdkPojo structure, List<String> faults) {
        var fields = new TreeMap<String, SdkField<?>>();
        structure.sdkFields().forEach(field -> fields.put(field.unmarshallLocationName(), field));
        var seen = new HashSet<String>();
        for (Element child : children(xml)) {
            String name = child.getTagName();
            seen.add(name);
            SdkField<?> field = fields.get(name);
            if (field != null) {
                compareValue(path + "." + name, child, field, faults);
            } else if (!ENVELOPE.contains(name)) {
                faults.add(path + "." + name + " is no member");
            }
        }
        fields.forEach((name, field) -> {
            if (field.containsTrait(RequiredTrait.class) && !seen.contains(name)) {
                faults.add(path + "." + name + " is missing");
            }
        });
    }

    private static void compareValue(String path, Element xml, SdkField<?> field, List<String> faults) {
        if (field.containsTrait(MapTrait.class)) {
            return;
        }
        Optional<ListTrait> list = field.getOptionalTrait(ListTrait.class);
        if (list.isPresent()) {
            SdkField<?> memberField = list.get().memberFieldInfo();
            for (Element member : children(xml)) {
                if (!member.getTagName().equals(memberField.unmarshallLocationName())) {
                    faults.add(path + " holds " + member.getTagName());
                } else if (memberField.constructor() != null) {
                    compare(path + "[]", member, made(memberField), faults);
                }
            }
        } else if (field.constructor() != null) {
            compare(path, xml, made(field), faults);
        }
    }

    /** The constructor of a field makes builders, which are structures too. */
    private static SdkPojo made(SdkField<?> field) {
        return field.constructor().get();
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private Element root() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(last))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
