// Inside the box: calls the samples' functions, which registry.go names.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"runtime/debug"
	"sort"
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

func plain(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

func head(kind any) (string, []any) {
	if list, ok := kind.([]any); ok {
		return list[0].(string), list[1:]
	}
	return kind.(string), nil
}

func field(value reflect.Value, name string) reflect.Value {
	found := value.FieldByNameFunc(func(each string) bool { return plain(each) == plain(name) })
	if !found.IsValid() {
		panic(fmt.Sprintf("%s has no field %s", value.Type(), name))
	}
	return found
}

func number(value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	return value.(json.Number).String()
}

func natural(value any, kind any) any {
	name, rest := head(kind)
	switch name {
	case "int", "long":
		n, _ := strconv.Atoi(number(value))
		return n
	case "float":
		x, _ := strconv.ParseFloat(number(value), 64)
		return x
	case "list":
		items := []any{}
		for _, each := range value.([]any) {
			items = append(items, natural(each, rest[0]))
		}
		return items
	case "dict":
		made := map[string]any{}
		for _, pair := range value.([]any) {
			made[pair.([]any)[0].(string)] = natural(pair.([]any)[1], rest[1])
		}
		return made
	}
	return value
}

func decode(value any, kind any, to reflect.Type) reflect.Value {
	name, rest := head(kind)
	if name == "optional" {
		if value == nil {
			return reflect.Zero(to)
		}
		if to.Kind() == reflect.Pointer {
			made := reflect.New(to.Elem())
			made.Elem().Set(decode(value, rest[0], to.Elem()))
			return made
		}
		return decode(value, rest[0], to)
	}
	made := reflect.New(to).Elem()
	switch to.Kind() {
	case reflect.Interface:
		made.Set(reflect.ValueOf(natural(value, kind)))
	case reflect.Pointer:
		made.Set(reflect.New(to.Elem()))
		made.Elem().Set(decode(value, kind, to.Elem()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if name == "str" {
			made.SetInt(int64([]rune(value.(string))[0]))
			break
		}
		n, err := strconv.ParseInt(number(value), 10, 64)
		if err != nil || made.OverflowInt(n) {
			panic(fmt.Sprintf("%s does not fit %s", number(value), to))
		}
		made.SetInt(n)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		if name == "str" {
			made.SetUint(uint64(value.(string)[0]))
			break
		}
		n, err := strconv.ParseUint(number(value), 10, 64)
		if err != nil || made.OverflowUint(n) {
			panic(fmt.Sprintf("%s does not fit %s", number(value), to))
		}
		made.SetUint(n)
	case reflect.Float64, reflect.Float32:
		x, err := strconv.ParseFloat(number(value), 64)
		if err != nil {
			panic(err)
		}
		made.SetFloat(x)
	case reflect.String:
		made.SetString(value.(string))
	case reflect.Bool:
		made.SetBool(value.(bool))
	case reflect.Slice:
		if name == "str" {
			return reflect.ValueOf(value).Convert(to)
		}
		made.Set(reflect.MakeSlice(to, 0, len(value.([]any))))
		for i, each := range value.([]any) {
			inner := rest[0]
			if name == "tuple" {
				inner = rest[i]
			}
			made.Set(reflect.Append(made, decode(each, inner, to.Elem())))
		}
	case reflect.Array:
		for i, each := range value.([]any) {
			made.Index(i).Set(decode(each, rest[min(i, len(rest)-1)], to.Elem()))
		}
	case reflect.Map:
		made.Set(reflect.MakeMap(to))
		for _, each := range value.([]any) {
			if name == "set" {
				in := reflect.New(to.Elem()).Elem()
				if in.Kind() == reflect.Bool {
					in.SetBool(true)
				}
				made.SetMapIndex(decode(each, rest[0], to.Key()), in)
				continue
			}
			pair := each.([]any)
			made.SetMapIndex(decode(pair[0], rest[0], to.Key()), decode(pair[1], rest[1], to.Elem()))
		}
	case reflect.Struct:
		for i, each := range value.([]any) {
			if name == "tuple" {
				made.Field(i).Set(decode(each, rest[i], to.Field(i).Type))
				continue
			}
			part := rest[1].([]any)[i].([]any)
			at := field(made, part[0].(string))
			at.Set(decode(each, part[1], at.Type()))
		}
	default:
		panic(fmt.Sprintf("cannot pass %v as %s", kind, to))
	}
	return made
}

func wrong(value reflect.Value, kind string) string {
	return fmt.Sprintf("found %s, expected %s", value.Type(), kind)
}

func encode(value reflect.Value, kind any) any {
	name, rest := head(kind)
	if value.Kind() == reflect.Interface {
		value = value.Elem()
	}
	if name == "optional" {
		if !value.IsValid() || value.Kind() == reflect.Pointer && value.IsNil() {
			return nil
		}
		return encode(value, rest[0])
	}
	if !value.IsValid() {
		panic("found nil, expected " + name)
	}
	if value.Kind() == reflect.Pointer {
		if value.IsNil() {
			panic("found nil, expected " + name)
		}
		return encode(value.Elem(), kind)
	}
	switch value.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		switch name {
		case "str":
			return string(rune(value.Int()))
		case "int":
			return value.Int()
		case "long":
			return strconv.FormatInt(value.Int(), 10)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		switch name {
		case "str":
			return string(rune(value.Uint()))
		case "int":
			return value.Uint()
		case "long":
			return strconv.FormatUint(value.Uint(), 10)
		}
	case reflect.Float32, reflect.Float64:
		x := value.Float()
		switch {
		case name != "float":
		case math.IsNaN(x):
			return "nan"
		case math.IsInf(x, 0):
			return strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(x, 'g', -1, 64)), "+")
		default:
			return x
		}
	case reflect.String:
		if name == "str" {
			return value.String()
		}
	case reflect.Bool:
		if name == "bool" {
			return value.Bool()
		}
	case reflect.Slice, reflect.Array:
		if name == "str" {
			return value.Convert(reflect.TypeOf("")).String()
		}
		if name == "list" || name == "tuple" {
			items := []any{}
			for i := range value.Len() {
				items = append(items, encode(value.Index(i), rest[min(i, len(rest)-1)]))
			}
			return items
		}
	case reflect.Map:
		items := []any{}
		for _, key := range value.MapKeys() {
			switch {
			case name == "dict":
				items = append(items, []any{encode(key, rest[0]), encode(value.MapIndex(key), rest[1])})
			case value.MapIndex(key).Kind() != reflect.Bool || value.MapIndex(key).Bool():
				items = append(items, encode(key, rest[0]))
			}
		}
		if name == "dict" || name == "set" {
			return ordered(items)
		}
	case reflect.Struct:
		items := []any{}
		if name == "tuple" {
			for i, each := range rest {
				items = append(items, encode(value.Field(i), each))
			}
			return items
		}
		if name == "record" {
			for _, each := range rest[1].([]any) {
				part := each.([]any)
				items = append(items, encode(field(value, part[0].(string)), part[1]))
			}
			return items
		}
	}
	panic(wrong(value, name))
}

// Go's maps have no order, so the results are given one.
func ordered(items []any) []any {
	texts := make(map[int]string, len(items))
	places := make([]int, len(items))
	for i, each := range items {
		text, _ := json.Marshal(each)
		texts[i], places[i] = string(text), i
	}
	sort.Slice(places, func(a, b int) bool { return texts[places[a]] < texts[places[b]] })
	made := make([]any, 0, len(items))
	for _, i := range places {
		made = append(made, items[i])
	}
	return made
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
