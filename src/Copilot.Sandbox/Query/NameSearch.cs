using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>Finds records by what they are called; a product by its code, name or barcode, a customer by name, reference or e-mail.</summary>
internal static class NameSearch
{
    public static IdSet Ids(Session session, Model model, string op, string text, bool activeOnly)
        => Search.Ids(session, model, Domain(model, op, text), activeOnly);

    /// <summary>The condition on the name: on any of the fields a name search looks into, or on the name as shown.</summary>
    public static Term Domain(Model model, string op, string text)
    {
        var fields = model.NameSearch.Where(f => model.Find(f.Split('.')[0]) is not null).ToList();
        var terms = fields.Select(f => (Term)new Term.Condition(f, op, text)).ToList();
        if (model.NameOf is not null)
        {
            terms.Add(new Term.Condition("display_name", op, text));
        }

        return terms.Count == 0 ? new Term.Condition("id", "=", false) : new Term.Any(terms);
    }
}
