namespace Copilot.Sandbox.Query;

/// <summary>Writes a domain back in prefix notation, with every connective spelled out.</summary>
internal static class DomainWriter
{
    public static List<object?> Write(Term term)
    {
        var items = new List<object?>();
        Append(items, Flat(term));
        return items;
    }

    private static void Append(List<object?> items, Term term)
    {
        switch (term)
        {
            case Term.All { Terms.Count: 0 } or Term.Constant { Holds: true }:
                items.Add(new List<object?> { 1, "=", 1 });
                break;
            case Term.Constant:
                items.Add(new List<object?> { 0, "=", 1 });
                break;
            case Term.All all:
                Append(items, "&", all.Terms);
                break;
            case Term.Any any:
                Append(items, "|", any.Terms);
                break;
            case Term.Not not:
                items.Add("!");
                Append(items, not.Inner);
                break;
            case Term.Condition condition:
                items.Add(new List<object?> { condition.Path, condition.Operator, condition.Value });
                break;
        }
    }

    private static void Append(List<object?> items, string connective, IReadOnlyList<Term> terms)
    {
        for (var i = 1; i < terms.Count; i++)
        {
            items.Add(connective);
        }

        foreach (var term in terms)
        {
            Append(items, term);
        }
    }

    /// <summary>Conjunctions inside conjunctions become one, and what is always true goes.</summary>
    private static Term Flat(Term term)
    {
        if (term is not Term.All all)
        {
            return term;
        }

        var terms = all.Terms.Select(Flat).SelectMany(t => t is Term.All inner ? inner.Terms : [t]).Where(t => t is not Term.Constant { Holds: true }).ToList();
        return terms.Count == 1 ? terms[0] : new Term.All(terms);
    }
}
