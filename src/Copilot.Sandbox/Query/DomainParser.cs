using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Query;

/// <summary>Reads a domain in Odoo's prefix notation: <c>["|", ["a", "=", 1], "!", ["b", "=", 2], ["c", "=", 3]]</c>.</summary>
internal static class DomainParser
{
    private const int LongestDomain = 10_000;
    private const int DeepestDomain = 200;

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

        if (items.Count > LongestDomain)
        {
            throw Fault.Value($"Domain() malformed domain: more than {LongestDomain} items");
        }

        var stack = new Stack<(Term Term, int Depth)>();
        for (var i = items.Count - 1; i >= 0; i--)
        {
            stack.Push(items[i] switch
            {
                "&" or "|" => Joined(items[i] is "&", Pop(stack, items), Pop(stack, items)),
                "!" => Negated(Pop(stack, items)),
                IReadOnlyList<object?> { Count: 3 } leaf => (Leaf(leaf), 1),
                var other => throw Fault.Value($"Domain() invalid item in domain: {Python.Repr(other)}"),
            });
            if (stack.Peek().Depth > DeepestDomain)
            {
                throw Fault.Value($"Domain() malformed domain: nested deeper than {DeepestDomain}");
            }
        }

        return stack.Count switch
        {
            0 => new Term.Constant(true),
            1 => stack.Pop().Term,
            _ => new Term.All([.. stack.Select(t => t.Term)]),
        };
    }

    /// <summary>Chains of the same connective become one list, so that a long one is not a deep one.</summary>
    private static (Term Term, int Depth) Joined(bool all, (Term Term, int Depth) first, (Term Term, int Depth) second)
    {
        var (left, right) = (Parts(first.Term, all), Parts(second.Term, all));
        var depth = Math.Max(left.Count > 1 ? first.Depth : first.Depth + 1, right.Count > 1 ? second.Depth : second.Depth + 1);
        return (all ? new Term.All([.. left, .. right]) : new Term.Any([.. left, .. right]), depth);
    }

    private static IReadOnlyList<Term> Parts(Term term, bool all) => (term, all) switch
    {
        (Term.All inner, true) => inner.Terms,
        (Term.Any inner, false) => inner.Terms,
        _ => [term],
    };

    private static (Term Term, int Depth) Negated((Term Term, int Depth) inner)
        => inner.Term is Term.Not twice ? (twice.Inner, inner.Depth - 1) : (new Term.Not(inner.Term), inner.Depth + 1);

    private static (Term Term, int Depth) Pop(Stack<(Term Term, int Depth)> stack, IReadOnlyList<object?> domain)
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
