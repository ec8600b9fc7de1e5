package main

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// mod is a folder of files as one body.
type mod struct {
	variables map[string]cty.Value
	locals    map[string]hclsyntax.Expression
	values    map[string]cty.Value
	functions map[string]function.Function
}

// printMod writes a line for each attribute of a mod: where it stands, a tabulator, its value.
func printMod(folder string, variablesFile string) error {
	given, err := literals(variablesFile)
	if err != nil {
		return err
	}
	var blocks []*hclsyntax.Block
	var names []string
	err = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(entry.Name(), ".") && path != folder {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if entry.IsDir() || !(strings.HasSuffix(path, ".pp") || strings.HasSuffix(path, ".sp")) {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		parsed, err := parse(name, source)
		if err != nil {
			return err
		}
		for _, block := range parsed.Blocks {
			blocks = append(blocks, block)
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return err
	}
	m := &mod{map[string]cty.Value{}, map[string]hclsyntax.Expression{}, map[string]cty.Value{}, functions(folder)}
	m.declare(blocks, given)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i, block := range blocks {
		m.print(out, fmt.Sprintf("%s:%d", names[i], block.TypeRange.Start.Line), block)
	}
	return nil
}

func parse(name string, source []byte) (*hclsyntax.Body, error) {
	file, diagnostics := hclsyntax.ParseConfig(source, name, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	return file.Body.(*hclsyntax.Body), nil
}

func (m *mod) declare(blocks []*hclsyntax.Block, given map[string]cty.Value) {
	for _, block := range blocks {
		switch block.Type {
		case "locals":
			for name, attribute := range block.Body.Attributes {
				m.locals[name] = attribute.Expr
			}
		case "variable":
			name := block.Labels[0]
			value := cty.DynamicVal
			if attribute, exists := block.Body.Attributes["default"]; exists {
				if found, diagnostics := attribute.Expr.Value(nil); !diagnostics.HasErrors() {
					value = found
				}
			}
			if other, exists := given[name]; exists {
				value = typed(other, value)
			}
			m.variables[name] = value
		}
	}
}

// context knows what one expression refers to; every name that is neither variable nor local is unknown.
func (m *mod) context(expression hclsyntax.Expression) *hcl.EvalContext {
	known := map[string]cty.Value{"var": cty.ObjectVal(m.variables)}
	locals := map[string]cty.Value{}
	for _, traversal := range expression.Variables() {
		root := traversal.RootName()
		if root == "local" && len(traversal) > 1 {
			if step, isName := traversal[1].(hcl.TraverseAttr); isName {
				locals[step.Name] = m.local(step.Name)
			}
		} else if root != "var" {
			known[root] = cty.DynamicVal
		}
	}
	known["local"] = cty.ObjectVal(locals)
	return &hcl.EvalContext{Variables: known, Functions: m.functions}
}

func (m *mod) local(name string) cty.Value {
	if value, exists := m.values[name]; exists {
		return value
	}
	expression, exists := m.locals[name]
	if !exists {
		return cty.DynamicVal
	}
	m.values[name] = cty.DynamicVal
	value, _ := expression.Value(m.context(expression))
	m.values[name] = value
	return value
}

func (m *mod) print(out *bufio.Writer, where string, block *hclsyntax.Block) {
	path := where + " " + strings.Join(append([]string{block.Type}, block.Labels...), ".")
	names := make([]string, 0, len(block.Body.Attributes))
	for name := range block.Body.Attributes {
		// The type of a variable is no value.
		if block.Type != "variable" || name != "type" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(out, "%s.%s\t%s\n", path, name, m.value(block.Body.Attributes[name].Expr))
	}
	for i, inner := range block.Body.Blocks {
		m.print(out, fmt.Sprintf("%s/%d", path, i), inner)
	}
}

// value writes references by their names, alone and in lists; wherever else they stand they are unknown.
func (m *mod) value(expression hclsyntax.Expression) string {
	if list, isList := expression.(*hclsyntax.TupleConsExpr); isList {
		elements := make([]string, 0, len(list.Exprs))
		for _, element := range list.Exprs {
			elements = append(elements, m.value(element))
		}
		return "[" + strings.Join(elements, ",") + "]"
	}
	if traversal, isTraversal := expression.(*hclsyntax.ScopeTraversalExpr); isTraversal {
		if root := traversal.Traversal.RootName(); root != "var" && root != "local" {
			return reference(traversal.Traversal)
		}
	}
	value, diagnostics := expression.Value(m.context(expression))
	if diagnostics.HasErrors() {
		return `{"$error":true}`
	}
	return text(value)
}

func reference(traversal hcl.Traversal) string {
	name := &strings.Builder{}
	for i, step := range traversal {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			name.WriteString(step.Name)
		case hcl.TraverseAttr:
			name.WriteString("." + step.Name)
		case hcl.TraverseIndex:
			name.WriteString("[" + text(step.Key) + "]")
		default:
			fmt.Fprintf(name, "?%d", i)
		}
	}
	out := &strings.Builder{}
	out.WriteString(`{"$reference":`)
	quote(out, name.String())
	return out.String() + "}"
}
