using System.CommandLine;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Commands;

/// <summary>The option <c>--as PERSONA</c>: with whose rights a verb asks.</summary>
internal static class PersonaOption
{
    /// <summary>Makes the option.</summary>
    /// <returns>The option.</returns>
    public static Option<string> Create()
    {
        var option = new Option<string>("--as")
        {
            Description = $"With whose rights: {string.Join(", ", RoleNames.All)}.",
            HelpName = "PERSONA",
            DefaultValueFactory = _ => RoleNames.OperationsManager,
        };
        option.Validators.Add(result =>
        {
            if (Personas.Find(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"There is no persona '{result.GetValueOrDefault<string>()}'. Use one of {string.Join(", ", RoleNames.All)}.");
            }
        });
        return option;
    }

    /// <summary>Gets the caller that was named.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="option">The option.</param>
    /// <returns>The caller.</returns>
    public static Caller Caller(this ParseResult arguments, Option<string> option) => Personas.Find(arguments.GetValue(option))!.ToCaller();
}
