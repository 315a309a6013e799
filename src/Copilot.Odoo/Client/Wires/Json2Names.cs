namespace Copilot.Odoo.Client.Wires;

/// <summary>
/// The names of arguments that are written by place: JSON-2 takes none without. The signatures are those of Odoo 19's
/// <c>odoo.models.BaseModel</c>. A method that is not here is one of records with nothing but its ids by place: a button.
/// </summary>
internal static class Json2Names
{
    private const string Ids = "ids";

    private static readonly Dictionary<string, string[]> Signatures = new(StringComparer.Ordinal)
    {
        ["create"] = ["vals_list"],
        ["default_get"] = ["fields"],
        ["fields_get"] = ["allfields", "attributes"],
        ["formatted_read_group"] = ["domain", "groupby", "aggregates", "having", "offset", "limit", "order"],
        ["name_create"] = ["name"],
        ["name_search"] = ["name", "domain", "operator", "limit"],
        ["read_group"] = ["domain", "fields", "groupby", "offset", "limit", "orderby", "lazy"],
        ["search"] = ["domain", "offset", "limit", "order"],
        ["search_count"] = ["domain", "limit"],
        ["search_read"] = ["domain", "fields", "offset", "limit", "order"],
        ["context_get"] = [],
        ["copy"] = [Ids, "default"],
        ["copy_data"] = [Ids, "default"],
        ["check_access"] = [Ids, "operation"],
        ["has_access"] = [Ids, "operation"],
        ["has_group"] = [Ids, "group_ext_id"],
        ["read"] = [Ids, "fields", "load"],
        ["write"] = [Ids, "vals"],
    };

    private static readonly string[] Button = [Ids];

    /// <summary>All arguments by name.</summary>
    /// <exception cref="OdooException">More arguments by place than there are names for.</exception>
    public static Dictionary<string, object?> Of(string model, string method, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?> named)
    {
        var names = Signatures.GetValueOrDefault(method) ?? Button;
        if (arguments.Count > names.Length)
        {
            throw new OdooException(OdooFault.BadCall, $"{model}.{method} takes its arguments by name here; only {names.Length} have a place.");
        }

        var all = new Dictionary<string, object?>(named);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!all.TryAdd(names[i], arguments[i]))
            {
                throw new OdooException(OdooFault.BadCall, $"{model}.{method} is given {names[i]} twice.");
            }
        }

        return all;
    }
}
