// Values between JSON and Go, led by the abstract type and the function's own types.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

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
