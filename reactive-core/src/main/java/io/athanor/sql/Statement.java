package io.athanor.sql;

/** Anything a database runs. An immutable value: build it once, share it, run it anywhere. */
public sealed interface Statement extends SqlNode permits Query, Change, Definition {}
