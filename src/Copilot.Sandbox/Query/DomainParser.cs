using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Query;

/// <summary>Reads a domain in Odoo's prefix notation: <c>["|", ["a", "=", 1], "!", ["b", "=", 2], ["c", "=", 3]]</c>.</summary>
internal static class DomainParser
{
    private static readonly HashSet<string> Operators =
    [
        "=", "!=", "<", ">", "<=", ">=", "=?", "in", "not in", "like", "not like", "ilike", "not ilike", "=like", "not =like", "=ilike", "not =ilike",
        "child_of", "parent_of", "any", "not any",
    ];

    public static Term Parse(object? domain)
    {
        if (domain is null or false)
        {
            return new Term.Constant(true);
        }

        if (domain is not IReadOnlyList<object?> items)
        {
            throw Fault.Type($"Domain() invalid argument type for domain: {Python.Repr(domain)}");
        }

        var stack = new Stack<Term>();
        for (var i = items.Count - 1; i >= 0; i--)
        {
            stack.Push(items[i] switch
            {
                "&" => Both(stack, items),
                "|" => Either(stack, items),
                "!" => new Term.Not(Pop(stack, items)),
                IReadOnlyList<object?> { Count: 3 } leaf => Leaf(leaf),
                var other => throw Fault.Value($"Domain() invalid item in domain: {Python.Repr(other)}"),
            });
        }

        return stack.Count switch
        {
            0 => new Term.Constant(true),
            1 => stack.Pop(),
            _ => new Term.All([.. stack]),
        };
    }

    private static Term.All Both(Stack<Term> stack, IReadOnlyList<object?> domain) => new([Pop(stack, domain), Pop(stack, domain)]);

    private static Term.Any Either(Stack<Term> stack, IReadOnlyList<object?> domain) => new([Pop(stack, domain), Pop(stack, domain)]);

    private static Term Pop(Stack<Term> stack, IReadOnlyList<object?> domain)
        => stack.TryPop(out var term) ? term : throw Fault.Value($"Domain() malformed domain {Python.Repr(domain)}");

    private static Term Leaf(IReadOnlyList<object?> leaf)
    {
        if (leaf is [long left, "=", 1L] && left is 0 or 1)
        {
            return new Term.Constant(left == 1);
        }

        if (leaf[0] is not string path || leaf[1] is not string op)
        {
            throw Fault.Value($"Domain() invalid item in domain: {Python.Repr(leaf)}");
        }

        var known = op switch { "<>" => "!=", "==" => "=", _ => op.ToLowerInvariant() };
        return Operators.Contains(known)
            ? new Term.Condition(path, known, leaf[2])
            : throw Fault.Value($"Invalid operator in condition {Python.Tuple(leaf[0], leaf[1], leaf[2])}");
    }
}
