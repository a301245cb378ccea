# Written by `scripts/generate_types.py`.

from ....params.plugins import InstallationSettingListParams, InstallationSettingSetParams, ShareListParams
from ....params.plugins import PluginVersionCreateParams as VersionCreateParams
from ....params.plugins import PluginVersionDownloadParams as VersionDownloadParams
from ....params.plugins import PluginVersionListParams as VersionListParams
from ....params.plugins import PluginVersionRetrieveParams as VersionRetrieveParams
from ....responses.plugins import DeletedPluginInstallationSetting as BetaDeletedPluginInstallationSetting
from ....responses.plugins import PluginInstallationSetting as BetaPluginInstallationSetting
from ....responses.plugins import PluginShare as BetaPluginShare
from ....responses.plugins import PluginVersion as BetaPluginVersion

__all__ = [
    "BetaDeletedPluginInstallationSetting",
    "BetaPluginInstallationSetting",
    "BetaPluginShare",
    "BetaPluginVersion",
    "InstallationSettingListParams",
    "InstallationSettingSetParams",
    "ShareListParams",
    "VersionCreateParams",
    "VersionDownloadParams",
    "VersionListParams",
    "VersionRetrieveParams",
]
