using Copilot.Contracts;

namespace Copilot.Models.Endpoints;

/// <summary>Says in words what went wrong with a model and what to do. Hosts and keys are not named: a user may see the text.</summary>
internal static class FaultTexts
{
    /// <summary>Makes the exception people see.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="model">The model.</param>
    public static CopilotException Of(EndpointException fault, ModelOptions model)
        => new($"The model {model.Model} ({model.Variable("Model")}) {Text(fault, model)}", fault) { IsTransient = fault.IsPassing };

    private static string Text(EndpointException fault, ModelOptions model) => fault.Fault switch
    {
        EndpointFault.Unreachable => $"can't be reached ({fault.Detail}): see that its server runs, and check {model.Variable("Endpoint")}.",
        EndpointFault.TimedOut => $"gave no answer within {fault.Detail}: try again later, or raise {model.Variable("TimeoutSeconds")}.",
        EndpointFault.Busy => $"is overloaded or its rate limit is used up{Pause(fault)}: try again later.",
        EndpointFault.Failed => $"failed ({fault.Detail}): try again later; its server's log says more.",
        EndpointFault.NoQuota => $"does not answer because the account's quota or money is used up ({fault.Detail}): top it up or raise its limit.",
        EndpointFault.KeyRefused => model.ApiKey is null ? $"asks for a key: set {model.Variable("ApiKey")}." : $"does not accept the key: check {model.Variable("ApiKey")} and that it belongs to this endpoint.",
        EndpointFault.Forbidden => $"refuses access ({fault.Detail}): check what the key in {model.Variable("ApiKey")} may do, and whether this machine's network is allowed.",
        EndpointFault.NoSuchPath => $"is not found at its address ({fault.Detail}): check {model.Variable("Endpoint")}{(model.Kind == ModelKind.Compatible ? ", which mostly ends in /v1" : string.Empty)}.",
        EndpointFault.NoSuchModel => $"is not known to its server ({fault.Detail}): {Known(model)}.",
        EndpointFault.TooLong or EndpointFault.TooMany => $"does not even take a short text ({fault.Detail}): name a model with a longer context.",
        EndpointFault.FixedDimension => $"can't give vectors of {model.Dimension} numbers ({fault.Detail}): remove {model.Variable("Dimension")}.",
        EndpointFault.NotTheApi => $"is not what answers ({fault.Detail}): check {model.Variable("Endpoint")} and any proxy before it.",
        EndpointFault.WrongAnswer => $"gave an answer that does not fit the request ({fault.Detail}): check that it is a model for {string.Join(" and ", model.Roles.Select(role => role.ToString().ToLowerInvariant()))}.",
        EndpointFault.NotANumber => $"gives vectors that are no numbers ({fault.Detail}): its server computes wrongly; try another version or precision of it.",
        _ => $"does not accept the request ({fault.Detail}): check {model.Variable("Model")} and {model.Variable("Kind")}.",
    };

    private static string Pause(EndpointException fault)
        => fault.Wait is { TotalSeconds: >= 1 } wait ? FormattableString.Invariant($" and asks for a pause of {wait.TotalSeconds:0} s") : string.Empty;

    private static string Known(ModelOptions model) => model.Kind switch
    {
        ModelKind.Ollama => $"get it with \"ollama pull {model.Model}\", or check {model.Variable("Model")}",
        ModelKind.Azure => $"check {model.Variable("Model")}, which is the name of the deployment",
        _ => $"check {model.Variable("Model")}",
    };
}
