namespace Copilot.Sandbox.Query;

/// <summary>A search domain as a tree, before it is tied to a model.</summary>
internal abstract record Term
{
    /// <summary>Whether a condition names this field itself; such a domain decides about archived records on its own.</summary>
    public bool Mentions(string field) => this switch
    {
        All all => all.Terms.Any(t => t.Mentions(field)),
        Any any => any.Terms.Any(t => t.Mentions(field)),
        Not not => not.Inner.Mentions(field),
        Condition condition => condition.Path == field,
        _ => false,
    };

    internal sealed record All(IReadOnlyList<Term> Terms) : Term;

    internal sealed record Any(IReadOnlyList<Term> Terms) : Term;

    internal sealed record Not(Term Inner) : Term;

    internal sealed record Constant(bool Holds) : Term;

    internal sealed record Condition(string Path, string Operator, object? Value) : Term
    {
        /// <summary>The condition as Odoo quotes it in errors.</summary>
        public string Quoted => Orm.Python.Tuple(Path, Operator, Value);
    }
}
