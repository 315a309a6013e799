using Copilot.Testing.Helpdesk;
using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>A service whose sidebar a page that stands for Odoo's may hold.</summary>
public sealed class SidebarService() : AroundService(new OdooPage())
{
    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder)
        => PracticeOdoo.Settings(Around.Origin).Aggregate(CopilotProgram.WithPracticeCompany(folder), (program, setting) => program.With(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value));
}
