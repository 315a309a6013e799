using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo;

/// <summary>Every tool of the business system with the calls that its own suite makes.</summary>
internal static class ToolSuites
{
    /// <summary>Reads the calls from the suites; a tool without one fails another test.</summary>
    public static async Task<IReadOnlyList<(string Tool, IReadOnlyList<string> Samples)>> CallsAsync(PracticeCompany company)
    {
        var calls = new List<(string Tool, IReadOnlyList<string> Samples)>();
        foreach (var type in typeof(ToolSuites).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(OdooToolContract))).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var suite = (OdooToolContract)Activator.CreateInstance(type, company)!;
            if (suite is IAsyncLifetime prepared)
            {
                await prepared.InitializeAsync();
            }

            calls.Add(suite.Calls);
        }

        return [.. calls.OrderBy(c => c.Tool, StringComparer.Ordinal)];
    }
}
