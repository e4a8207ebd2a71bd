// Inside the box: calls the samples' functions, which registry.go names.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"strconv"
	"strings"
)

type entry struct {
	Name    string
	Args    [][]any
	Returns any
	Mutates *int
	Methods map[string][]any
}

type job struct {
	Entry entry
	Calls [][]any
}

type object = map[string]any

var results = os.NewFile(3, "results")

func send(line ...any) {
	text, err := json.Marshal(line)
	if err != nil {
		text, _ = json.Marshal([]any{line[0], line[1], object{"error": []string{"panic"}, "message": err.Error()}})
	}
	results.Write(append(text, '\n'))
}

var errorType = reflect.TypeOf((*error)(nil)).Elem()
var contextType = reflect.TypeOf((*context.Context)(nil)).Elem()

func failed(err error) object {
	return object{"error": []string{"error"}, "message": err.Error()}
}

func returned(outs []reflect.Value, kind any) object {
	if n := len(outs); n > 0 && outs[n-1].Type().Implements(errorType) {
		if !outs[n-1].IsNil() {
			return failed(outs[n-1].Interface().(error))
		}
		outs = outs[:n-1]
	}
	name, rest := head(kind)
	switch {
	case name == "none" && len(outs) == 0:
		return object{"value": nil}
	case name == "optional" && len(outs) == 2 && outs[1].Kind() == reflect.Bool:
		if !outs[1].Bool() {
			return object{"value": nil}
		}
		return object{"value": encode(outs[0], rest[0])}
	case name == "tuple" && len(outs) == len(rest) && len(outs) > 1:
		items := []any{}
		for i, each := range outs {
			items = append(items, encode(each, rest[i]))
		}
		return object{"value": items}
	case len(outs) == 1:
		return object{"value": encode(outs[0], kind)}
	}
	panic(fmt.Sprintf("found %d results, expected %s", len(outs), name))
}

func arguments(function reflect.Type, values []any, kinds []any) []reflect.Value {
	given := []reflect.Value{}
	for i := range function.NumIn() {
		if i == 0 && function.In(0) == contextType {
			given = append(given, reflect.ValueOf(context.Background()))
			continue
		}
		k := len(given)
		if function.NumIn() > len(values) {
			k-- // after the context
		}
		if k >= len(values) {
			panic(fmt.Sprintf("takes %d arguments, %d were given", function.NumIn(), len(values)))
		}
		given = append(given, decode(values[k], kinds[k].([]any)[1], function.In(i)))
	}
	return given
}

func protect(outcome *object) {
	if reason := recover(); reason != nil {
		text := fmt.Sprint(reason)
		if err, ok := reason.(error); ok {
			text = err.Error()
		}
		*outcome = object{"error": []string{"panic"}, "message": text, "line": place()}
	}
}

func place() any {
	for _, line := range strings.Split(string(debug.Stack()), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "/box/s") {
			at := strings.Split(strings.Fields(line)[0], ":")
			n, err := strconv.Atoi(at[len(at)-1])
			if err == nil {
				return n
			}
		}
	}
	return nil
}

func invoke(function reflect.Value, values []any, kinds []any, returns any) (outcome object) {
	defer protect(&outcome)
	given := arguments(function.Type(), values, kinds)
	if function.Type().IsVariadic() {
		return returned(function.CallSlice(given), returns)
	}
	return returned(function.Call(given), returns)
}

func list(args [][]any) []any {
	made := []any{}
	for _, each := range args {
		made = append(made, each)
	}
	return made
}

func callFunction(function reflect.Value, e entry, values []any) (outcome object) {
	defer protect(&outcome)
	given := arguments(function.Type(), values, list(e.Args))
	skip := len(given) - len(values)
	snapshot := func() any {
		items := []any{}
		for i, each := range e.Args {
			items = append(items, encode(given[i+skip], each[1]))
		}
		return fmt.Sprint(items)
	}
	before := ""
	ordered := !strings.Contains(fmt.Sprint(e.Args), "dict") && !strings.Contains(fmt.Sprint(e.Args), "set")
	if ordered {
		before = snapshot().(string)
	}
	call := function.Call
	if function.Type().IsVariadic() {
		call = function.CallSlice
	}
	outs := call(given)
	if e.Mutates != nil {
		return object{"value": encode(given[*e.Mutates+skip], e.Returns)}
	}
	outcome = returned(outs, e.Returns)
	if ordered && snapshot().(string) != before {
		outcome["changed"] = true
	}
	return outcome
}

func construct(function reflect.Value, values []any, e entry) (made reflect.Value, outcome object) {
	defer protect(&outcome)
	outs := function.Call(arguments(function.Type(), values, list(e.Args)))
	if n := len(outs); n == 2 && !outs[1].IsNil() {
		return made, failed(outs[1].Interface().(error))
	}
	made = outs[0]
	if made.Kind() != reflect.Pointer && made.Kind() != reflect.Interface {
		made = reflect.New(outs[0].Type())
		made.Elem().Set(outs[0])
	}
	return made, nil
}

func method(made reflect.Value, name string) reflect.Value {
	for i := range made.NumMethod() {
		if plain(made.Type().Method(i).Name) == plain(name) {
			return made.Method(i)
		}
	}
	panic(fmt.Sprintf("%s has no method for %s", made.Type(), name))
}

func callMethod(made reflect.Value, e entry, operation []any) (outcome object) {
	defer protect(&outcome)
	name := operation[0].(string)
	kinds := e.Methods[name]
	return invoke(method(made, name), operation[1:], kinds[0].([]any), kinds[1])
}

func callClass(function reflect.Value, e entry, values []any) object {
	made, outcome := construct(function, values[0].([]any), e)
	if outcome != nil {
		return outcome
	}
	trace := []object{}
	for _, each := range values[1].([]any) {
		trace = append(trace, callMethod(made, e, each.([]any)))
	}
	return object{"value": trace}
}

func main() {
	debug.SetMaxStack(64 << 20)
	file, err := os.Open("/box/jobs.json")
	if err != nil {
		panic(err)
	}
	jobs := []job{}
	reader := json.NewDecoder(file)
	reader.UseNumber()
	if err := reader.Decode(&jobs); err != nil {
		panic(err)
	}
	for {
		var number int
		if _, err := fmt.Scan(&number); err != nil {
			return
		}
		send(number, "begin", nil)
		each := jobs[number]
		for index, values := range each.Calls {
			function := reflect.ValueOf(registry[number])
			if each.Entry.Methods != nil {
				send(number, index, callClass(function, each.Entry, values))
			} else {
				send(number, index, callFunction(function, each.Entry, values))
			}
		}
		send(number, "end", 0)
	}
}
