from . import distribution_copilot, res_config_settings
