using Copilot.Sandbox.Actions;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>All methods by name, and the way from a call on the wire to one of them.</summary>
internal sealed class MethodBook
{
    private readonly Dictionary<(string? Model, string Name), Method> methods;

    /// <param name="keys">Where API keys are kept.</param>
    public MethodBook(Rpc.ApiKeys keys)
        => methods = new IEnumerable<Method>[]
            {
                ReadMethods.All, GroupMethods.All, FieldMethods.All, NameMethods.All, AccessMethods.All, WriteMethods.All,
                MessageActions.All, SaleActions.All, PurchaseActions.All, StockActions.All, AccountingActions.All, KeyActions.Of(keys),
            }
            .SelectMany(m => m).ToDictionary(m => (m.Model, m.Name));

    /// <summary>Runs <c>model.method(*positional, **keywords)</c> for a caller.</summary>
    public object? Run(Database database, Rights.AccessBook access, int userId, DateTimeOffset now, string modelName, string name, IReadOnlyList<object?> positional, IReadOnlyDictionary<string, object?> keywords)
    {
        var model = database.Catalog.Find(modelName) ?? throw Fault.User($"Object {modelName} doesn't exist");
        if (name.StartsWith('_'))
        {
            throw Fault.Access($"Private methods (such as '{modelName}.{name}') cannot be called remotely.");
        }

        var method = Find(modelName, name) ?? throw Fault.Attribute($"The method '{modelName}.{name}' does not exist");

        var context = keywords.TryGetValue("context", out var given) && given is IReadOnlyDictionary<string, object?> members ? new CallContext(members) : CallContext.Empty;
        return method.Changes ? database.Write(Work) : database.Read(Work);

        object? Work()
        {
            var session = new Session(database, access, userId, context, now);
            context.Check();
            _ = session.Rights.Companies;
            var rest = method.OnRecords ? positional.Skip(1) : positional;
            var ids = method.OnRecords ? Ids(positional.Count > 0 ? positional[0] : null) : [];
            return method.Run(new Call(session, model, ids, method.Signature.Bind(rest, keywords.Where(k => k.Key != "context").ToDictionary())));
        }
    }

    /// <summary>A method of a model, or null.</summary>
    public Method? Find(string model, string name)
        => methods.TryGetValue((model, name), out var method) || methods.TryGetValue((null, name), out method) ? method : null;

    private static IReadOnlyList<int> Ids(object? value) => value switch
    {
        long id => [(int)id],
        IReadOnlyList<object?> ids => [.. ids.Where(id => id is long).Select(id => (int)Math.Clamp((long)id!, int.MinValue, int.MaxValue)).Distinct()],
        _ => [],
    };
}
