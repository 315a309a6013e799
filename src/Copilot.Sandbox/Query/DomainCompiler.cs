using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;

namespace Copilot.Sandbox.Query;

/// <summary>Ties a domain to a model with Odoo 19's meaning of every operator: a filter over rows, answered from indexes where there are some.</summary>
internal sealed class DomainCompiler(Session session, Model model)
{
    public static Filter Compile(Session session, Model model, Term term) => new DomainCompiler(session, model).Compile(term);

    private Filter Compile(Term term) => term switch
    {
        Term.All all => Filter.All([.. all.Terms.Select(Compile)]),
        Term.Any any => Filter.Any([.. any.Terms.Select(Compile)]),
        Term.Not not => Filter.Not(Compile(not.Inner)),
        Term.Constant constant => constant.Holds ? Filter.Everything : Filter.Nothing,
        Term.Condition condition => Compile(condition),
        _ => throw new InvalidOperationException($"{term} is no domain term."),
    };

    private Filter Compile(Term.Condition condition)
    {
        var dot = condition.Path.IndexOf('.', StringComparison.Ordinal);
        var field = model.Find(dot < 0 ? condition.Path : condition.Path[..dot])
            ?? throw Fault.Value($"Invalid field {model.Name}.{condition.Path} in condition {condition.Quoted}");
        session.Rights.CheckField(session, model, field, "read");
        if (dot >= 0)
        {
            return field.IsRelation
                ? Linked(field, new Term.Condition(condition.Path[(dot + 1)..], condition.Operator, condition.Value), session)
                : throw Fault.Value($"Invalid field {model.Name}.{condition.Path} in condition {condition.Quoted}");
        }

        if (condition.Operator == "=?")
        {
            return Python.IsFalsy(condition.Value) && condition.Value is not 0L ? Filter.Everything : Compile(condition with { Operator = "=" });
        }

        if (field.IsLiveRelated && IsPositive(condition))
        {
            return Along(field.Path!, condition);
        }

        if (condition.Operator is "any" or "not any")
        {
            var linked = field.IsRelation
                ? Linked(field, DomainParser.Parse(condition.Value), session)
                : throw Fault.Value($"Cannot use 'any' with non-relational fields in condition {condition.Quoted}");
            return condition.Operator == "any" ? linked : Filter.Not(linked);
        }

        return field.Name == "id" || field.IsRelation
            ? new RelationCondition(session, model, field, condition).Compile()
            : new ScalarCondition(session, model, field, condition).Compile();
    }

    /// <summary>A condition on a related field is one on the path behind it; an index there can answer it.</summary>
    private Filter Along(IReadOnlyList<string> path, Term.Condition condition)
    {
        Term inner = condition with { Path = path[^1] };
        for (var i = path.Count - 2; i > 0; i--)
        {
            inner = new Nested(path[i], inner);
        }

        return Linked(model[path[0]], inner, session.AsSystem());
    }

    /// <summary>Rows whose relation leads to a record that the term holds for.</summary>
    private Filter Linked(Field field, Term inner, Session asker)
    {
        var comodel = session.Catalog[field.Relation!];
        var found = inner is Nested nested
            ? Search.Ids(asker, comodel, new DomainCompiler(asker, comodel).Linked(comodel[nested.Link], nested.Inner, asker))
            : Search.Ids(asker, comodel, inner, activeOnly: field.IsMany && session.Context.ActiveOnly);
        return RelationCondition.PointsInto(session, model, field, found);
    }

    private static bool IsPositive(Term.Condition condition)
        => !condition.Operator.StartsWith("not ", StringComparison.Ordinal) && condition.Operator != "!="
            && !Python.IsFalsy(condition.Value)
            && !(condition.Value is IReadOnlyList<object?> values && values.Any(v => v is false or null));

    private sealed record Nested(string Link, Term Inner) : Term;
}
