// One rubric: its variables and named expressions, and its statements, evaluated with json-formula.

/** How many arguments a named expression takes: one more than the highest that its text refers to. */
function arity(text) {
  return Math.max(0, ...[...text.matchAll(/\$args\[(\d+)\]/g)].map(match => Number(match[1]) + 1));
}

export class Rubric {
  constructor(documents, Formula, version) {
    const [head, ...rest] = documents;
    this.globals = { ...head.variables, $expected_spec_version: version };
    this.statements = rest.flat().filter(statement => statement?.expression);
    const functions = {};
    const names = () => [...Object.keys(this.globals), '$args'];
    const compiled = {};
    for (const [name, text] of Object.entries(head.expressions ?? {})) {
      const count = arity(String(text));
      functions[name] = {
        // Arguments reach the expression as $args; what it looks at is what its caller looks at.
        _func: (args, data, interpreter) => {
          compiled[name] ??= this.formula.compile(String(text).trim(), names());
          const globals = interpreter.globals;
          const before = globals.$args;
          if (count) globals.$args = args;
          try {
            return interpreter.search(compiled[name], data);
          } finally {
            globals.$args = before;
          }
        },
        _signature: Array.from({ length: count }, () => ({ types: [1] })),
      };
    }
    this.formula = new Formula(functions);
  }

  /** What a statement says of a document: "true", "false", "warn" or "error", and what matched. */
  judge(statement, json) {
    let value;
    try {
      value = this.formula.search(statement.expression.trim(), json, { ...this.globals, $args: [] });
    } catch (error) {
      // An expression stops at values of another kind than it was written for, which foreign files may have.
      return { value: 'error', detail: error.message };
    }
    const matches = Array.isArray(value) && value.length > 0;
    const detail = JSON.stringify(value);
    if (statement.failIfMatched) return { value: matches ? 'false' : 'true', detail };
    if (statement.warnIfMatched) return { value: matches ? 'warn' : 'true', detail };
    const holds = Array.isArray(value) ? matches : typeof value === 'number' ? value > 0 : typeof value === 'boolean' ? value : value !== null && value !== undefined;
    return { value: holds ? 'true' : 'false', detail };
  }
}
