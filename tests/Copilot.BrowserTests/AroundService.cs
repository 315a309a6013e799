namespace Copilot.BrowserTests;

/// <summary>A service with a page of others around it.</summary>
public abstract class AroundService : ChatService
{
    /// <summary>Gets the page.</summary>
    internal LocalPage Around { get; }

    private protected AroundService(LocalPage around) => Around = around;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Browser is not null)
        {
            Around.Service = Address;
        }
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Around.DisposeAsync();
    }
}
